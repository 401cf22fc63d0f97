using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.Rules;

/// <summary>Which rules hold, how severely, and on which terms. Set up once, when the host starts.</summary>
public sealed class RuleOptions
{
    private const DynamicallyAccessedMemberTypes Fields =
        DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields;

    private readonly List<AddedRule> added = [];
    private readonly HashSet<string> removed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Severity> severities = new(StringComparer.Ordinal);

    /// <summary>What is agreed with customers about dates; <see cref="CustomerTerms.Default"/> by default.</summary>
    public CustomerTerms Terms { get; set; } = CustomerTerms.Default;

    /// <summary>Decides whether a text is a phone number; null, the default, accepts at least three digits with the signs that people write between them. Phone numbers are stored as they are written.</summary>
    public IPhoneNumberCheck? PhoneNumbers { get; set; }

    /// <summary>Whether a phone number must start with + and a country code; false by default.</summary>
    public bool RequireCountryCode { get; set; }

    /// <summary>The fields required beside account name and organization name; none by default.</summary>
    public CustomerFields RequiredFields { get; set; }

    /// <summary>Whether the account name is fixed after registration; false by default.</summary>
    public bool AccountNameIsFixed { get; set; }

    /// <summary>The codes that were removed.</summary>
    public IReadOnlyCollection<string> Removed => removed;

    /// <summary>Severities that were set, by code.</summary>
    public IReadOnlyDictionary<string, Severity> Severities => severities;

    /// <summary>Whether storage is to keep two customers from having the same organization name, also when they race: unless <c>organization-name.duplicate</c> is removed or a warning.</summary>
    public bool OrganizationNamesAreUnique => IsError("organization-name.duplicate");

    /// <summary>Removes a code of the library: no violation of it is reported any more. Start-up refuses a code that no rule has or that is not configurable.</summary>
    /// <param name="code">The code, from <c>docs/rules.md</c>.</param>
    /// <returns>These options.</returns>
    public RuleOptions Remove(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        removed.Add(code);
        return this;
    }

    /// <summary>Sets the severity of a code. Start-up refuses a code that no rule has, and a warning for one that is not configurable.</summary>
    /// <remarks>The codes of a rule that is added by its type or by a function are the <see cref="RuleDescriptor"/> fields that its class declares.</remarks>
    /// <param name="code">The code, from <c>docs/rules.md</c> or of the host's own rule.</param>
    /// <param name="severity">The severity it is to have.</param>
    /// <returns>These options.</returns>
    public RuleOptions SetSeverity(string code, Severity severity)
    {
        ArgumentNullException.ThrowIfNull(code);
        severities[code] = severity;
        return this;
    }

    /// <summary>Adds a rule of the host. To replace a code of the library, remove it and add a rule with the same code.</summary>
    /// <typeparam name="TRule">A <see cref="ChangeRule{T}"/> or <see cref="DeletionRule{T}"/> of customers or plans.</typeparam>
    /// <param name="rule">The rule; it is shared between threads.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The rule is of another kind.</exception>
    public RuleOptions Add<TRule>(TRule rule)
        where TRule : Rule
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Add(new AddedRule(rule.GetType(), _ => rule, rule.Codes));
    }

    /// <summary>Adds a rule that a function makes anew for each scope.</summary>
    /// <typeparam name="TRule">A <see cref="ChangeRule{T}"/> or <see cref="DeletionRule{T}"/> of customers or plans.</typeparam>
    /// <param name="make">Makes the rule from the scope's services.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The rule is of another kind.</exception>
    public RuleOptions Add<[DynamicallyAccessedMembers(Fields)] TRule>(Func<IServiceProvider, TRule> make)
        where TRule : Rule
    {
        ArgumentNullException.ThrowIfNull(make);
        return Add(new AddedRule(typeof(TRule), make, typeof(TRule).IsSealed ? CodesOf(typeof(TRule)) : null));
    }

    /// <summary>Adds a rule that the container makes anew for each scope: its constructor takes services of the host.</summary>
    /// <typeparam name="TRule">A <see cref="ChangeRule{T}"/> or <see cref="DeletionRule{T}"/> of customers or plans.</typeparam>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The rule is of another kind.</exception>
    /// <example><code>services.AddMspCustomers(options => options.Rules.Add&lt;CreditLimit&gt;());</code></example>
    public RuleOptions Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | Fields)] TRule>()
        where TRule : Rule =>
        Add(new AddedRule(typeof(TRule), services => ActivatorUtilities.CreateInstance<TRule>(services), CodesOf(typeof(TRule))));

    internal IEnumerable<AddedRule> Added => added;

    // Whether a code of the library, an error by default, refuses: then a store refuses the same where two race.
    internal bool IsError(string code) => !removed.Contains(code) && severities.GetValueOrDefault(code, Severity.Error) == Severity.Error;

    internal RuleSet<T> RuleSet<T>(IEnumerable<Rule> standard, IServiceProvider services)
        where T : class =>
        new(standard, added.Where(a => a.IsOf<T>()).Select(a => a.Make(services)), new RuleSeverities(removed, severities));

    private RuleOptions Add(AddedRule rule)
    {
        if (!rule.IsOf<Customer>() && !rule.IsOf<ServicePlan>())
        {
            throw new ArgumentException($"{rule.Type.Name} is no rule about a change or a deletion of a customer or a plan.", nameof(rule));
        }

        added.Add(rule);
        return this;
    }

    // A rule that is made later declares its codes in static fields. One that has no such field, or a base class with fields of its own, may have any.
    private static List<RuleDescriptor>? CodesOf([DynamicallyAccessedMembers(Fields)] Type rule)
    {
        var codes = rule.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(f => f.FieldType == typeof(RuleDescriptor))
            .Select(f => (RuleDescriptor)f.GetValue(null)!)
            .ToList();
        return codes.Count == 0 || rule.BaseType?.BaseType != typeof(Rule) ? null : codes;
    }

    // The codes are null where they are not known before the rule is made.
    internal sealed record AddedRule(Type Type, Func<IServiceProvider, Rule> Make, IReadOnlyList<RuleDescriptor>? Codes)
    {
        public bool IsOf<T>()
            where T : class => Type.IsAssignableTo(typeof(ChangeRule<T>)) || Type.IsAssignableTo(typeof(DeletionRule<T>));
    }
}
