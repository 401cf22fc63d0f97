namespace Msp.Customers.Details;

/// <summary>How the details page is read.</summary>
public sealed class DetailsOptions
{
    /// <summary>How long the page waits for the host's sources, all of them together; 2 seconds by default.</summary>
    public TimeSpan SourceTimeout { get; set; } = TimeSpan.FromSeconds(2);
}
