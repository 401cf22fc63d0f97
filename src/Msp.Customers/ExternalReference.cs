using Msp.Customers.Names;

namespace Msp.Customers;

/// <summary>What another system calls the customer. No two customers have the same reference.</summary>
public sealed record ExternalReference
{
    /// <summary>Takes a reference.</summary>
    /// <param name="system">The other system, such as <c>psa</c> or <c>crm-emea</c>, at most 64 characters; made lower case.</param>
    /// <param name="id">The customer's id there, at most 256 characters, kept as it is.</param>
    /// <exception cref="ArgumentException">A part is missing or not acceptable.</exception>
    public ExternalReference(string system, string id)
    {
        System = FoldSystem(TextLimits.Demand(system, nameof(system), TextLimits.MaxTokenLength));
        Id = TextLimits.Demand(id, nameof(id), TextLimits.MaxNameLength);
    }

    /// <summary>The other system, in lower case.</summary>
    public string System { get; private set; }

    /// <summary>The customer's id in the other system.</summary>
    public string Id { get; private set; }

    /// <summary>System and id: <c>psa:4711</c>.</summary>
    public override string ToString() => $"{System}:{Id}";

    internal static string FoldSystem(string system) => TextLimits.Lower(system);
}
