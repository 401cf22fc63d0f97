namespace Msp.Customers.Usage;

/// <summary>Whether a quota can cover overage of days before its effective date.</summary>
public enum BackdatedCoverage
{
    /// <summary>A quota covers only usage of its own days. This is the default.</summary>
    Never = 0,

    /// <summary>On its effective date, a quota first covers the existing overage, the oldest first.</summary>
    OnEffectiveDate = 1,
}
