using Msp.Customers.Rules;

namespace QuickStart;

/// <summary>A listing has two rows of one id: what a host adds to the library's rules is a rule like any other.</summary>
internal sealed class RowRepeated : Rule
{
    private RowRepeated()
        : base("row.repeated", Severity.Error, "{Row} has the id {Id} already.") { }

    public static RowRepeated Instance { get; } = new();
}

/// <summary>A member of a row has another form than the vendor documents.</summary>
internal sealed class MemberMalformed : Rule
{
    private MemberMalformed()
        : base("row.member-malformed", Severity.Error, "The member is not {Form}.") { }

    public static MemberMalformed Instance { get; } = new();
}
