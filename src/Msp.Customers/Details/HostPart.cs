namespace Msp.Customers.Details;

/// <summary>A part of the details page that the host supplies, or why it is not there. It never hides the rest of the page.</summary>
/// <typeparam name="T">The part.</typeparam>
public sealed record HostPart<T>
    where T : class
{
    private HostPart(HostPartState state, T? value) => (State, Value) = (state, value);

    /// <summary>Whether the part is there, or why not.</summary>
    public HostPartState State { get; }

    /// <summary>The part; null unless it is there.</summary>
    public T? Value { get; }

    internal static HostPart<T> Of(T? value) => new(value is null ? HostPartState.None : HostPartState.Available, value);

    internal static HostPart<T> Without(HostPartState state) => new(state, null);
}
