namespace Msp.Customers;

/// <summary>Someone else saved first: what is stored is not what the caller read, or has meanwhile taken the same id or name. Nothing was changed; read again and decide anew.</summary>
public sealed class ConcurrencyException : Exception
{
    /// <summary>Refuses a save.</summary>
    /// <param name="message">What is outdated, without personal data.</param>
    /// <param name="innerException">What the storage said; null when it said nothing.</param>
    public ConcurrencyException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
