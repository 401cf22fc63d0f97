using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Msp.Customers.Rules;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers;

/// <summary>One violation of a rule or an invariant: its code, severity, path, message and values.</summary>
/// <remarks>
/// A host localizes a violation by <see cref="Code"/> and <see cref="Values"/>; <see cref="Message"/> is the English text. The message and
/// the values contain no personal data: no text of names, addresses, phone numbers and e-mail addresses.
/// </remarks>
public sealed partial record Violation
{
    private readonly string template;

    /// <summary>Initializes a violation. Rules create theirs from a <see cref="RuleDescriptor"/>.</summary>
    /// <param name="code">The stable code of the rule, such as <c>quota.ends-before-it-starts</c>.</param>
    /// <param name="severity">The effect on the operation.</param>
    /// <param name="path">The path of the invalid member, such as <c>Quotas[1].EndDate</c>; empty for the whole aggregate.</param>
    /// <param name="template">The English message, with the names of values in braces.</param>
    /// <param name="values">The values by name, for the message in any language.</param>
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

    /// <summary>The stable code. <c>RuleOptions.Catalog</c> lists the codes of the library. A code never changes its meaning.</summary>
    public string Code { get; }

    /// <summary>The effect on the operation: the default severity of the code, or the one that a host configured.</summary>
    public Severity Severity { get; init; }

    /// <summary>
    /// The path of the invalid member in the checked draft or aggregate, with the indexes of list items; empty for the whole aggregate.
    /// </summary>
    public string Path { get; init; }

    /// <summary>The values that were compared, by name: limits, dates, numbers, plan ids and names of regions.</summary>
    public IReadOnlyDictionary<string, object> Values { get; }

    /// <summary>The English message, formatted in the invariant culture.</summary>
    public string Message => Render();

    /// <summary>Returns code, path and message on one line, for logs.</summary>
    public override string ToString() => Path.Length == 0 ? $"{Code}: {Message}" : $"{Code} at {Path}: {Message}";

    // A single pass, so that braces in a value are kept.
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
