namespace Msp.Customers.Rules;

/// <summary>A rule that a draft answers by itself: it needs no date, no storage and no earlier state, and takes no memory when it is kept.</summary>
/// <typeparam name="TDraft">The draft it reads.</typeparam>
public abstract class DraftRule<TDraft> : Rule
{
    /// <inheritdoc cref="Rule(string, Severity, string)"/>
    protected DraftRule(string code, Severity severity, string message)
        : base(code, severity, message) { }

    /// <summary>Whether a draft that breaks the rule is read no further, because reading it would cost too much; false by default.</summary>
    public virtual bool EndsReading => false;

    /// <summary>Reads the draft and adds a violation for each member that breaks the rule. It never throws for what a draft holds.</summary>
    /// <param name="draft">The draft, in which anything may be missing or wrong.</param>
    /// <param name="found">Where violations go.</param>
    public abstract void Check(TDraft draft, ref Findings found);
}
