namespace Msp.Customers.Testing;

/// <summary>The area of a conformance fact.</summary>
public enum ConformanceArea
{
    /// <summary>Customers.</summary>
    Customers = 0,

    /// <summary>Service plans.</summary>
    Plans = 1,

    /// <summary>Usage, for a host that stores it.</summary>
    Usage = 2,

    /// <summary>Several MSPs in one storage, for a host that serves several MSPs.</summary>
    Isolation = 3,

    /// <summary>The change log, for a host that has one.</summary>
    Changes = 4,

    /// <summary>
    /// Rows that another application wrote and that cannot be read, for a storage with an <see cref="IDamageableStorageFixture"/>.
    /// </summary>
    Damage = 5,
}
