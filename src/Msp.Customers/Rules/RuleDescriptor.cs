using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Msp.Customers.Rules;

/// <summary>Describes one code: its severity, its English message, and the values that come with a violation. Immutable.</summary>
/// <remarks>A rule or a validator reports violations of its descriptors. <c>RuleCatalog.All</c> lists those of the library, and <c>docs/rules.md</c> shows them.</remarks>
public sealed partial class RuleDescriptor
{
    /// <summary>Initializes a descriptor.</summary>
    /// <param name="code">Subject and fault in lower case words, such as <c>quota.overlaps</c>; it never changes.</param>
    /// <param name="severity">The severity unless a host sets another for the code.</param>
    /// <param name="message">The English sentence, with the names of values in braces.</param>
    /// <param name="values">The values that every violation carries, by name, with their types; none when omitted.</param>
    /// <exception cref="ArgumentException">The code does not have the form <c>subject.fault</c>.</exception>
    public RuleDescriptor(string code, Severity severity, string message, params ReadOnlySpan<(string Name, Type Type)> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentException.ThrowIfNullOrEmpty(message);
        if (!CodeForm().IsMatch(code))
        {
            throw new ArgumentException($"A code has the form 'subject.fault' in lower case words; '{code}' does not.", nameof(code));
        }

        (Code, Severity, Message) = (code, severity, message);
        Values = values.ToArray().ToFrozenDictionary(v => v.Name, v => v.Type, StringComparer.Ordinal);
    }

    /// <summary>The stable code, by which hosts remove, replace and localize.</summary>
    public string Code { get; }

    /// <summary>The severity unless a host sets another for the code.</summary>
    public Severity Severity { get; }

    /// <summary>The English sentence with the names of values in braces.</summary>
    public string Message { get; }

    /// <summary>The names and types of the values that a violation carries.</summary>
    public IReadOnlyDictionary<string, Type> Values { get; }

    /// <summary>Whether a host may remove the code or set its severity: true for rules, false for what no customer, plan or usage can exist without.</summary>
    public bool IsConfigurable { get; private init; } = true;

    /// <summary>Returns a violation of this descriptor at a member.</summary>
    /// <param name="path">The member at fault, such as <c>Quotas[1].EndDate</c>; empty for the whole.</param>
    /// <param name="values">The values named in the message, and any other that a host may want to show.</param>
    /// <returns>The violation with this descriptor's code, severity and message.</returns>
    public Violation Violated(string path, params ReadOnlySpan<(string Name, object Value)> values) =>
        new(Code, Severity, path, Message, values);

    /// <summary>Returns the code.</summary>
    public override string ToString() => Code;

    // What cannot be configured is always an error.
    internal static RuleDescriptor Invariant(string code, string message, params ReadOnlySpan<(string Name, Type Type)> values) =>
        new(code, Severity.Error, message, values) { IsConfigurable = false };

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
