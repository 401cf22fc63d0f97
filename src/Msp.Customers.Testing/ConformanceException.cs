namespace Msp.Customers.Testing;

/// <summary>Reports that a storage does not conform to a fact. The message contains the expected result and the actual result.</summary>
public sealed class ConformanceException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The expected result and the actual result.</param>
    /// <param name="innerException">The exception of the storage; null when there is no such exception.</param>
    public ConformanceException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
