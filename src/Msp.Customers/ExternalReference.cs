using Msp.Customers.Names;

namespace Msp.Customers;

/// <summary>The id of a customer in another system. No two customers have the same reference.</summary>
public sealed record ExternalReference
{
    /// <summary>Initializes a reference.</summary>
    /// <param name="system">
    /// The name of the other system, such as <c>psa</c> or <c>crm-emea</c>, at most 64 characters; converted to lower case.
    /// </param>
    /// <param name="id">The customer's id in that system, at most 256 characters; stored as written.</param>
    /// <exception cref="ArgumentException">A part is missing or not valid.</exception>
    public ExternalReference(string system, string id)
    {
        System = FoldSystem(TextLimits.Demand(system, nameof(system), TextLimits.MaxTokenLength));
        Id = TextLimits.Demand(id, nameof(id), TextLimits.MaxNameLength);
    }

    /// <summary>The name of the other system, in lower case.</summary>
    public string System { get; private set; }

    /// <summary>The customer's id in the other system.</summary>
    public string Id { get; private set; }

    /// <summary>Returns system and id, such as <c>psa:4711</c>.</summary>
    public override string ToString() => $"{System}:{Id}";

    internal static string FoldSystem(string system) => TextLimits.Lower(system);
}
