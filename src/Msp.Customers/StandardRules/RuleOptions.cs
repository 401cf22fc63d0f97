using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.Rules;

/// <summary>
/// The options of the rules: removed codes, severities, the host's own rules and the terms. They are configured when the host starts.
/// </summary>
public sealed class RuleOptions
{
    private const DynamicallyAccessedMemberTypes Fields =
        DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields;

    private readonly List<AddedRule> added = [];
    private readonly HashSet<string> removed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Severity> severities = new(StringComparer.Ordinal);

    /// <summary>The terms about dates; <see cref="CustomerTerms.Default"/> by default.</summary>
    public CustomerTerms Terms { get; set; } = CustomerTerms.Default;

    /// <summary>
    /// The check of phone numbers; null, the default, accepts at least three digits with common separators. Phone numbers are stored as
    /// written.
    /// </summary>
    public IPhoneNumberCheck? PhoneNumbers { get; set; }

    /// <summary>Whether a phone number must start with + and a country code; false by default.</summary>
    public bool RequireCountryCode { get; set; }

    /// <summary>The required fields in addition to account name and organization name; none by default.</summary>
    public RequiredFields RequiredFields { get; set; }

    /// <summary>Whether the account name is fixed after registration; false by default.</summary>
    public bool AccountNameIsFixed { get; set; }

    /// <summary>
    /// The descriptors of all codes that this package reports, including those of rules that are off by default, in order of code.
    /// </summary>
    public static IReadOnlyList<RuleDescriptor> Catalog => RuleCatalog.All;

    /// <summary>The removed codes.</summary>
    public IReadOnlyCollection<string> Removed => removed;

    /// <summary>The configured severities, by code.</summary>
    public IReadOnlyDictionary<string, Severity> Severities => severities;

    /// <summary>
    /// Whether stores keep organization names unique, also between concurrent saves. False when <c>organization-name.duplicate</c> is
    /// removed or a warning.
    /// </summary>
    public bool OrganizationNamesAreUnique => IsError("organization-name.duplicate");

    /// <summary>
    /// Removes a code of the library: its violations are no longer reported. Validation at start-up refuses an unknown code and one that is
    /// not configurable.
    /// </summary>
    /// <param name="code">The code, one of <see cref="Catalog"/>.</param>
    /// <returns>These options.</returns>
    public RuleOptions Remove(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        removed.Add(code);
        return this;
    }

    /// <summary>
    /// Sets the severity of a code. Validation at start-up refuses an unknown code, and a warning for a code that is not configurable.
    /// </summary>
    /// <param name="code">The code, one of <see cref="Catalog"/> or of the host's own rule.</param>
    /// <param name="severity">The severity.</param>
    /// <returns>These options.</returns>
    /// <remarks>
    /// The codes of a rule that is added by its type or by a function are the <see cref="RuleDescriptor"/> fields that its class declares.
    /// </remarks>
    public RuleOptions SetSeverity(string code, Severity severity)
    {
        ArgumentNullException.ThrowIfNull(code);
        severities[code] = severity;
        return this;
    }

    /// <summary>Adds a rule of the host. To replace a code of the library, remove the code and add a rule with the same code.</summary>
    /// <typeparam name="TRule">A <see cref="SaveRule{T}"/> or <see cref="DeletionRule{T}"/> of customers or plans.</typeparam>
    /// <param name="rule">The rule. It is shared between threads.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The rule is not about a change or a deletion of customers or plans.</exception>
    public RuleOptions Add<TRule>(TRule rule)
        where TRule : Rule
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Add(new AddedRule(rule.GetType(), _ => rule, rule.Codes));
    }

    /// <summary>Adds a rule that a function creates for each scope.</summary>
    /// <typeparam name="TRule">A <see cref="SaveRule{T}"/> or <see cref="DeletionRule{T}"/> of customers or plans.</typeparam>
    /// <param name="make">The function that creates the rule from the services of the scope.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The rule is not about a change or a deletion of customers or plans.</exception>
    public RuleOptions Add<[DynamicallyAccessedMembers(Fields)] TRule>(Func<IServiceProvider, TRule> make)
        where TRule : Rule
    {
        ArgumentNullException.ThrowIfNull(make);
        return Add(new AddedRule(typeof(TRule), make, typeof(TRule).IsSealed ? CodesOf(typeof(TRule)) : null));
    }

    /// <summary>Adds a rule that the container creates for each scope. Its constructor can take services of the host.</summary>
    /// <typeparam name="TRule">A <see cref="SaveRule{T}"/> or <see cref="DeletionRule{T}"/> of customers or plans.</typeparam>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The rule is not about a change or a deletion of customers or plans.</exception>
    /// <example><code>services.AddMspCustomers(options => options.Rules.Add&lt;CreditLimit&gt;());</code></example>
    public RuleOptions Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | Fields)] TRule>()
        where TRule : Rule =>
        Add(new AddedRule(typeof(TRule), services => ActivatorUtilities.CreateInstance<TRule>(services), CodesOf(typeof(TRule))));

    internal IEnumerable<AddedRule> Added => added;

    // Whether a code of the library is an error. A store then enforces the same rule between concurrent saves.
    internal bool IsError(string code) => !removed.Contains(code) && severities.GetValueOrDefault(code, Severity.Error) == Severity.Error;

    internal RuleSet<T> RuleSet<T>(IEnumerable<Rule> standard, IServiceProvider services)
        where T : class =>
        new(standard, added.Where(a => a.IsOf<T>()).Select(a => a.Make(services)), new RuleSeverities(removed, severities));

    private RuleOptions Add(AddedRule rule)
    {
        if (!rule.IsOf<Customer>() && !rule.IsOf<ServicePlan>())
        {
            throw new ArgumentException(
                $"{rule.Type.Name} must derive from SaveRule<T> or DeletionRule<T>, where T is Customer or ServicePlan.",
                nameof(rule)
            );
        }

        added.Add(rule);
        return this;
    }

    // A rule that is created later declares its codes in static fields. Without such fields, or with a base class that can have its own,
    // the codes are unknown.
    private static List<RuleDescriptor>? CodesOf([DynamicallyAccessedMembers(Fields)] Type rule)
    {
        var codes = rule.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(f => f.FieldType == typeof(RuleDescriptor))
            .Select(f => (RuleDescriptor)f.GetValue(null)!)
            .ToList();
        return codes.Count == 0 || rule.BaseType?.BaseType != typeof(Rule) ? null : codes;
    }

    // Codes is null when the codes are unknown before the rule is created.
    internal sealed record AddedRule(Type Type, Func<IServiceProvider, Rule> Make, IReadOnlyList<RuleDescriptor>? Codes)
    {
        public bool IsOf<T>()
            where T : class => Type.IsAssignableTo(typeof(SaveRule<T>)) || Type.IsAssignableTo(typeof(DeletionRule<T>));
    }
}
