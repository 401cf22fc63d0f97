using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Plans;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>Which rules hold, how severely, and on which terms. Set up once, when the host starts.</summary>
public sealed class RuleOptions
{
    private readonly List<DraftRule<CustomerDraft>> addedDraftRules = [];
    private readonly List<Func<IServiceProvider, Policy<Customer>>> addedPolicies = [];
    private readonly List<Func<IServiceProvider, RemovalPolicy<Customer>>> addedRemovalPolicies = [];
    private readonly List<Func<IServiceProvider, Policy<ServicePlan>>> addedPlanPolicies = [];
    private readonly List<Func<IServiceProvider, RemovalPolicy<ServicePlan>>> addedPlanRemovalPolicies = [];
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

    /// <summary>Adds a policy about plans, made anew for each scope.</summary>
    /// <param name="make">Makes the policy from the scope's services.</param>
    /// <returns>These options.</returns>
    public RuleOptions Add(Func<IServiceProvider, Policy<ServicePlan>> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        addedPlanPolicies.Add(make);
        return this;
    }

    /// <summary>Adds a policy that may stand in the way of deleting a plan, made anew for each scope.</summary>
    /// <param name="make">Makes the policy from the scope's services.</param>
    /// <returns>These options.</returns>
    public RuleOptions AddRemoval(Func<IServiceProvider, RemovalPolicy<ServicePlan>> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        addedPlanRemovalPolicies.Add(make);
        return this;
    }

    /// <summary>Adds a rule that the container makes anew for each scope: its constructor takes services of the host.</summary>
    /// <typeparam name="TRule">A policy about a change or a deletion of a customer or a plan.</typeparam>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The rule is of another kind, such as one about drafts, which is added as an object.</exception>
    /// <example><code>services.AddMspCustomers(options => options.Rules.Add&lt;CreditLimit&gt;());</code></example>
    public RuleOptions Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRule>()
        where TRule : Rule
    {
        var rule = typeof(TRule);
        return rule.IsAssignableTo(typeof(Policy<Customer>)) ? Add(Make<Policy<Customer>>)
            : rule.IsAssignableTo(typeof(Policy<ServicePlan>)) ? Add(Make<Policy<ServicePlan>>)
            : rule.IsAssignableTo(typeof(RemovalPolicy<Customer>)) ? AddRemoval(Make<RemovalPolicy<Customer>>)
            : rule.IsAssignableTo(typeof(RemovalPolicy<ServicePlan>)) ? AddRemoval(Make<RemovalPolicy<ServicePlan>>)
            : throw new ArgumentException($"{rule.Name} is no policy about a customer or a plan.", nameof(TRule));

        static TKind Make<TKind>(IServiceProvider services) => (TKind)(object)ActivatorUtilities.CreateInstance<TRule>(services);
    }

    // The code of a policy that a factory makes is not known before it is made.
    internal bool CanHaveRule(string code) =>
        addedPolicies.Count + addedRemovalPolicies.Count + addedPlanPolicies.Count + addedPlanRemovalPolicies.Count > 0
        || addedDraftRules.Exists(rule => rule.Code == code);

    internal SeverityMap SeverityMap => new(severities);

    internal IEnumerable<DraftRule<CustomerDraft>> AddedDraftRules => addedDraftRules;

    internal IEnumerable<Policy<Customer>> MakeAddedPolicies(IServiceProvider services) => addedPolicies.Select(make => make(services));

    internal IEnumerable<RemovalPolicy<Customer>> MakeAddedRemovalPolicies(IServiceProvider services) =>
        addedRemovalPolicies.Select(make => make(services));

    internal IEnumerable<Policy<ServicePlan>> MakeAddedPlanPolicies(IServiceProvider services) =>
        addedPlanPolicies.Select(make => make(services));

    internal IEnumerable<RemovalPolicy<ServicePlan>> MakeAddedPlanRemovalPolicies(IServiceProvider services) =>
        addedPlanRemovalPolicies.Select(make => make(services));

    internal IEnumerable<TRule> Keep<TRule>(IEnumerable<TRule> rules)
        where TRule : Rule => rules.Where(r => r.IsStructural || !removed.Contains(r.Code));
}
