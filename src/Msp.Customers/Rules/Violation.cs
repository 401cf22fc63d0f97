using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Msp.Customers.Rules;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers;

/// <summary>
/// One broken rule: what was broken, where, how severely, and with which values.
/// A host localises by <see cref="Code"/> and <see cref="Values"/>; <see cref="Message"/> is the English rendering of the two.
/// Neither the message nor the values hold personal data: the text of names, addresses, phone numbers and e-mail addresses stays in the draft.
/// </summary>
public sealed partial record Violation
{
    private readonly string template;

    /// <summary>Makes a violation. Rules report theirs by a <see cref="RuleDescriptor"/>.</summary>
    /// <param name="code">The stable code of the rule, such as <c>quota.ends-before-it-starts</c>.</param>
    /// <param name="severity">What it means for the operation.</param>
    /// <param name="path">The member at fault, such as <c>Quotas[1].EndDate</c>; empty when it is the whole.</param>
    /// <param name="template">The English message with the names of values in braces.</param>
    /// <param name="values">The values by name, to be put into the message of any language.</param>
    public Violation(string code, Severity severity, string path, string template, params ReadOnlySpan<(string Name, object Value)> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(template);
        Code = code;
        Severity = severity;
        Path = path;
        this.template = template;
        var named = new Dictionary<string, object>(values.Length, StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            named[name] = value;
        }

        Values = named.Count == 0 ? FrozenDictionary<string, object>.Empty : named;
    }

    /// <summary>The stable code of the broken rule. Codes are listed in <c>docs/rules.md</c> and never change their meaning.</summary>
    public string Code { get; }

    /// <summary>What the violation means for the operation: the rule's own severity, or the one a host set for its code.</summary>
    public Severity Severity { get; init; }

    /// <summary>The member at fault, from the draft or aggregate that was checked; list items carry their index. Empty for the whole.</summary>
    public string Path { get; init; }

    /// <summary>The values that the rule compared, by name: limits, dates, numbers, plan ids and region names.</summary>
    public IReadOnlyDictionary<string, object> Values { get; }

    /// <summary>The English sentence for people, rendered without regard to the culture of the machine.</summary>
    public string Message => Render();

    /// <summary>Code, path and message on one line, for logs.</summary>
    public override string ToString() => Path.Length == 0 ? $"{Code}: {Message}" : $"{Code} at {Path}: {Message}";

    // One pass over the template, so that braces in a value stay what they are.
    private string Render() =>
        Placeholder().Replace(template, match => Values.TryGetValue(match.Groups[1].Value, out var value) ? Text(value) : match.Value);

    private static string Text(object value) =>
        value switch
        {
            LocalDate date => LocalDatePattern.Iso.Format(date),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    [GeneratedRegex("\\{([^{}]+)\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
