namespace Msp.Customers;

/// <summary>The result of a registration.</summary>
/// <param name="Customer">The stored customer.</param>
/// <param name="Warnings">The warnings about the customer; empty when there are no warnings.</param>
public sealed record Registration(Customer Customer, IReadOnlyList<Violation> Warnings);
