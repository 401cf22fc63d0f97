namespace Msp.Customers.AspNetCore;

/// <summary>A part of the Customer Details page that the host supplies, or the reason why it is missing.</summary>
/// <typeparam name="T">The type of the part.</typeparam>
public sealed record ExternalSection<T>
    where T : class
{
    private ExternalSection(ExternalSectionState state, T? value) => (State, Value) = (state, value);

    /// <summary>Whether the part is available, or the reason why it is missing.</summary>
    public ExternalSectionState State { get; }

    /// <summary>The part; null unless it is available.</summary>
    public T? Value { get; }

    internal static ExternalSection<T> Of(T? value) =>
        new(value is null ? ExternalSectionState.None : ExternalSectionState.Available, value);

    internal static ExternalSection<T> Without(ExternalSectionState state) => new(state, null);
}
