namespace Msp.Customers;

/// <summary>A customer that was registered.</summary>
/// <param name="Customer">The stored customer.</param>
/// <param name="Warnings">The warnings about it; empty when there are none.</param>
public sealed record Registration(Customer Customer, IReadOnlyList<Violation> Warnings);
