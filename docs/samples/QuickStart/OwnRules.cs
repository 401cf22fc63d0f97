using Msp.Customers;
using Msp.Customers.Rules;

namespace QuickStart;

/// <summary>The codes that the sample host adds to those of the library.</summary>
internal static class OwnRules
{
    /// <summary>A listing has two rows with the same id.</summary>
    public static readonly RuleDescriptor RowRepeated = new("row.duplicate", Severity.Error, "{Row} has the id {Id} already.");

    /// <summary>A member of a row does not have the form that the vendor documents.</summary>
    public static readonly RuleDescriptor MemberMalformed = new("row.invalid-member", Severity.Error, "The member is not {Form}.");
}
