namespace Msp.Customers.Testing;

/// <summary>What a fact is about.</summary>
public enum ConformanceArea
{
    /// <summary>Customers.</summary>
    Customers = 0,

    /// <summary>Service plans.</summary>
    Plans = 1,

    /// <summary>Usage; for a host that keeps it.</summary>
    Usage = 2,

    /// <summary>Several MSPs in one storage; for a host that serves several.</summary>
    Isolation = 3,

    /// <summary>The change log; for a host that keeps one.</summary>
    Changes = 4,

    /// <summary>Rows that something else wrote and that cannot be read; for a storage that is an <see cref="IDamageableStorageFixture"/>.</summary>
    Damage = 5,
}
