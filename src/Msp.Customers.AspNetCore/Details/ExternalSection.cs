namespace Msp.Customers.AspNetCore;

/// <summary>A part of the details page that the host supplies, or why it is not there. It never hides the rest of the page.</summary>
/// <typeparam name="T">The part.</typeparam>
public sealed record ExternalSection<T>
    where T : class
{
    private ExternalSection(ExternalSectionState state, T? value) => (State, Value) = (state, value);

    /// <summary>Whether the part is there, or why not.</summary>
    public ExternalSectionState State { get; }

    /// <summary>The part; null unless it is there.</summary>
    public T? Value { get; }

    internal static ExternalSection<T> Of(T? value) =>
        new(value is null ? ExternalSectionState.None : ExternalSectionState.Available, value);

    internal static ExternalSection<T> Without(ExternalSectionState state) => new(state, null);
}
