namespace Msp.Customers.Testing;

/// <summary>A storage is not as a fact says. The message tells in a sentence what is expected of a store, and what was found instead.</summary>
public sealed class ConformanceException : Exception
{
    /// <summary>Tells what is wrong.</summary>
    /// <param name="message">What was expected, and what was found.</param>
    /// <param name="innerException">What the storage threw; null when it threw nothing.</param>
    public ConformanceException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
