using System.Collections.Immutable;
using System.Globalization;
using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers.Rules;

// An invariant of a member of a subject. A subject that satisfies it causes no allocation.
internal abstract class Invariant<T>
{
    public abstract IEnumerable<RuleDescriptor> Codes { get; }

    public abstract void Check(T subject, ItemPath at, ref ViolationList found);

    public static Condition<T> When(string member, string code, string message, Func<T, bool> isViolated) =>
        new(member, RuleDescriptor.Invariant(code, message), isViolated, []);

    public static Condition<T> Date(string member, Func<T, LocalDate?> date) =>
        When(
            member,
            "date.out-of-range",
            "The date must be between 0001-01-01 and 9999-12-31 in the ISO calendar.",
            subject => date(subject) is { } d && !SupportedDates.Contains(d)
        );

    public static Text<T> Text(string member, int maxLength, Func<T, string?> text, bool isRequired = false, bool lineBreaks = false) =>
        new(member, maxLength, text, isRequired, lineBreaks);

    public static void CheckAll(T subject, ImmutableArray<Invariant<T>> invariants, ItemPath at, ref ViolationList found)
    {
        foreach (var invariant in invariants)
        {
            invariant.Check(subject, at, ref found);
        }
    }
}

// An invariant that is violated when a condition is true.
internal sealed class Condition<T>(
    string member,
    RuleDescriptor rule,
    Func<T, bool> isViolated,
    (string Name, Type Type, Func<T, object> Value)[] values
) : Invariant<T>
{
    public override IEnumerable<RuleDescriptor> Codes => [rule];

    // Adds a value to the violations.
    public Condition<T> With<TValue>(string name, Func<T, TValue> value)
        where TValue : notnull
    {
        (string Name, Type Type, Func<T, object> Value)[] all = [.. values, (name, typeof(TValue), subject => value(subject))];
        return new(
            member,
            RuleDescriptor.Invariant(rule.Code, rule.Message, Array.ConvertAll(all, v => (v.Name, v.Type))),
            isViolated,
            all
        );
    }

    public override void Check(T subject, ItemPath at, ref ViolationList found)
    {
        if (isViolated(subject))
        {
            found.Add(Violated(subject, at));
        }
    }

    // A separate method, so that a subject that satisfies the invariant causes no closure.
    private Violation Violated(T subject, ItemPath at) =>
        rule.Violated(at.Of(member), Array.ConvertAll(values, v => (v.Name, v.Value(subject))));
}

// The invariants of a text.
internal sealed class Text<T>(string member, int maxLength, Func<T, string?> text, bool isRequired, bool lineBreaks) : Invariant<T>
{
    public override IEnumerable<RuleDescriptor> Codes => TextCodes.All;

    public override void Check(T subject, ItemPath at, ref ViolationList found) => Check(text(subject), at, ref found);

    public void Check(string? value, ItemPath at, ref ViolationList found)
    {
        if (TextLimits.IsMissing(value))
        {
            Report(isRequired, TextCodes.Required, at, ref found);
        }

        if (value is not null)
        {
            Report(value.Length > maxLength, TextCodes.TooLong, at, ref found);
            Report(TextLimits.HasControls(value, lineBreaks), TextCodes.ControlCharacters, at, ref found);
            Report(!TextLimits.IsWellFormed(value), TextCodes.UnpairedSurrogate, at, ref found);
        }
    }

    private void Report(bool isViolated, RuleDescriptor rule, ItemPath at, ref ViolationList found)
    {
        if (isViolated)
        {
            found.Add(rule.Violated(at.Of(member), ("MaxLength", maxLength)));
        }
    }
}

internal static class TextCodes
{
    public static readonly RuleDescriptor Required = Of("field.required", "The field is required.");
    public static readonly RuleDescriptor TooLong = Of("field.too-long", "The text is longer than {MaxLength} characters.");
    public static readonly RuleDescriptor ControlCharacters = Of("field.control-characters", "The text contains control characters.");
    public static readonly RuleDescriptor UnpairedSurrogate = Of("field.unpaired-surrogate", "The text contains an unpaired surrogate.");

    public static IEnumerable<RuleDescriptor> All => [Required, TooLong, ControlCharacters, UnpairedSurrogate];

    private static RuleDescriptor Of(string code, string message) => RuleDescriptor.Invariant(code, message, ("MaxLength", typeof(int)));
}

// The position of a subject in a draft: the draft itself, or an item of one of its lists. The path is formatted only for a violation.
internal readonly record struct ItemPath(string List = "", int Index = 0)
{
    public string Of(string member) =>
        string.IsNullOrEmpty(List) ? member
        : member.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"{List}[{Index}]")
        : string.Create(CultureInfo.InvariantCulture, $"{List}[{Index}].{member}");
}

// Collects the violations of validators. It is passed by reference and allocates nothing until the first violation.
internal struct ViolationList
{
    private List<Violation>? violations;

    public readonly int Count => violations?.Count ?? 0;

    public void Add(Violation violation) => (violations ??= []).Add(violation);

    public readonly IReadOnlyList<Violation> ToList() => violations ?? (IReadOnlyList<Violation>)[];
}
