namespace Msp.Customers.Usage;

/// <summary>Whether a quota may pay what was used before it started and no quota covered.</summary>
public enum BackdatedCoverage
{
    /// <summary>A quota pays only for its own days; the default.</summary>
    Never = 0,

    /// <summary>A quota pays the overage there is on its effective date, the oldest first, before anything else.</summary>
    OnEffectiveDate = 1,
}
