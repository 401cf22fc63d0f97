using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>Which rules hold, how severely, and on which terms. Set up once, when the host starts.</summary>
public sealed class RuleOptions
{
    private readonly List<DraftRule<CustomerDraft>> addedDraftRules = [];
    private readonly List<Func<IServiceProvider, Policy<Customer>>> addedPolicies = [];
    private readonly List<Func<IServiceProvider, RemovalPolicy<Customer>>> addedRemovalPolicies = [];
    private readonly HashSet<string> removed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Severity> severities = new(StringComparer.Ordinal);

    /// <summary>What is agreed with customers about dates; <see cref="CustomerTerms.Default"/> by default.</summary>
    public CustomerTerms Terms { get; set; } = CustomerTerms.Default;

    /// <summary>How phone numbers are read.</summary>
    public PhoneNumberOptions PhoneNumbers { get; } = new();

    /// <summary>The fields required beside account name and organization name; none by default.</summary>
    public CustomerFields RequiredFields { get; set; }

    /// <summary>Whether the account name is fixed after registration; false by default.</summary>
    public bool AccountNameIsFixed { get; set; }

    /// <summary>Codes of rules that were removed.</summary>
    public IReadOnlyCollection<string> Removed => removed;

    /// <summary>Severities that were set, by code.</summary>
    public IReadOnlyDictionary<string, Severity> Severities => severities;

    /// <summary>Whether storage is to keep two customers from having the same organization name, also when they race: unless <c>organization-name.taken</c> is removed or a warning.</summary>
    public bool OrganizationNamesAreUnique =>
        !removed.Contains("organization-name.taken")
        && severities.GetValueOrDefault("organization-name.taken", Severity.Error) == Severity.Error;

    /// <summary>Removes a rule. A structural rule, without which no customer could be built, cannot be removed: start-up refuses it.</summary>
    /// <param name="code">The rule's code, from <c>docs/rules.md</c>.</param>
    /// <returns>These options.</returns>
    public RuleOptions Remove(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        removed.Add(code);
        return this;
    }

    /// <summary>Sets the severity of a rule. A structural rule cannot become a warning: start-up refuses it.</summary>
    /// <param name="code">The rule's code, from <c>docs/rules.md</c> or of the host's own rule.</param>
    /// <param name="severity">The severity it is to have.</param>
    /// <returns>These options.</returns>
    public RuleOptions SetSeverity(string code, Severity severity)
    {
        ArgumentNullException.ThrowIfNull(code);
        severities[code] = severity;
        return this;
    }

    /// <summary>Adds a rule about drafts. To replace one that comes along, remove it and add another with the same code.</summary>
    /// <param name="rule">The rule; it is shared between threads.</param>
    /// <returns>These options.</returns>
    public RuleOptions Add(DraftRule<CustomerDraft> rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        addedDraftRules.Add(rule);
        return this;
    }

    /// <summary>Adds a policy, made anew for each scope. To replace one that comes along, remove it and add another with the same code.</summary>
    /// <param name="make">Makes the policy from the scope's services.</param>
    /// <returns>These options.</returns>
    public RuleOptions Add(Func<IServiceProvider, Policy<Customer>> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        addedPolicies.Add(make);
        return this;
    }

    /// <summary>Adds a policy that may stand in the way of deleting a customer, made anew for each scope.</summary>
    /// <param name="make">Makes the policy from the scope's services.</param>
    /// <returns>These options.</returns>
    public RuleOptions AddRemoval(Func<IServiceProvider, RemovalPolicy<Customer>> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        addedRemovalPolicies.Add(make);
        return this;
    }

    // The code of a policy that a factory makes is not known before it is made.
    internal bool CanHaveRule(string code) =>
        addedPolicies.Count > 0 || addedRemovalPolicies.Count > 0 || addedDraftRules.Exists(rule => rule.Code == code);

    internal SeverityMap SeverityMap => new(severities);

    internal IEnumerable<DraftRule<CustomerDraft>> AddedDraftRules => addedDraftRules;

    internal IEnumerable<Policy<Customer>> MakeAddedPolicies(IServiceProvider services) => addedPolicies.Select(make => make(services));

    internal IEnumerable<RemovalPolicy<Customer>> MakeAddedRemovalPolicies(IServiceProvider services) =>
        addedRemovalPolicies.Select(make => make(services));

    internal IEnumerable<TRule> Keep<TRule>(IEnumerable<TRule> rules)
        where TRule : Rule => rules.Where(r => r.IsStructural || !removed.Contains(r.Code));
}
