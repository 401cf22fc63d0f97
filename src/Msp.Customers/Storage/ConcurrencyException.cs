namespace Msp.Customers;

/// <summary>Reports a conflict: another save was stored first.</summary>
/// <remarks>
/// The stored version is not the version that the caller read, or another aggregate has taken the same id or unique value. Nothing is
/// changed by the refused call unless the member documents otherwise. Read the aggregate again and repeat the change.
/// </remarks>
public sealed class ConcurrencyException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The message, without personal data.</param>
    /// <param name="innerException">The exception of the store; null when there is no such exception.</param>
    public ConcurrencyException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
