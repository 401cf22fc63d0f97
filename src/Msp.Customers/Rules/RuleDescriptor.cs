using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Msp.Customers.Rules;

/// <summary>Describes one code: its severity, its English message, and the values of its violations. Instances are immutable.</summary>
/// <remarks>
/// A rule or a validator reports violations of its descriptors. <c>RuleOptions.Catalog</c> lists those of this package.
/// </remarks>
public sealed partial class RuleDescriptor
{
    /// <summary>Initializes a descriptor.</summary>
    /// <param name="code">The subject and the fault in lower case words, such as <c>quota.overlaps</c>. A code never changes.</param>
    /// <param name="severity">The default severity. A host can configure another one.</param>
    /// <param name="message">The English message, with the names of values in braces.</param>
    /// <param name="values">The names and types of the values that every violation contains; none when omitted.</param>
    /// <exception cref="ArgumentException">The code does not have the form <c>subject.problem</c>.</exception>
    public RuleDescriptor(string code, Severity severity, string message, params ReadOnlySpan<(string Name, Type Type)> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentException.ThrowIfNullOrEmpty(message);
        if (!CodePattern().IsMatch(code))
        {
            throw new ArgumentException($"The code '{code}' does not have the form 'subject.problem' in lower case words.", nameof(code));
        }

        (Code, Severity, Message) = (code, severity, message);
        Values = values.ToArray().ToFrozenDictionary(v => v.Name, v => v.Type, StringComparer.Ordinal);
    }

    /// <summary>The stable code, which hosts use to remove, replace and localize.</summary>
    public string Code { get; }

    /// <summary>The default severity. A host can configure another one.</summary>
    public Severity Severity { get; }

    /// <summary>The English message, with the names of values in braces.</summary>
    public string Message { get; }

    /// <summary>The names and types of the values that every violation contains.</summary>
    public IReadOnlyDictionary<string, Type> Values { get; }

    /// <summary>Whether a host can remove the code or configure its severity. True for rules, false for invariants.</summary>
    public bool IsConfigurable { get; private init; } = true;

    /// <summary>Returns a violation of this descriptor at a member.</summary>
    /// <param name="path">The path of the invalid member, such as <c>Quotas[1].EndDate</c>; empty for the whole aggregate.</param>
    /// <param name="values">The values in the message, and any other values that a host may show.</param>
    /// <returns>The violation with this descriptor's code, severity and message.</returns>
    public Violation Violated(string path, params ReadOnlySpan<(string Name, object Value)> values) =>
        new(Code, Severity, path, Message, values);

    /// <summary>Returns the code.</summary>
    public override string ToString() => Code;

    // A violated invariant is always an error.
    internal static RuleDescriptor Invariant(string code, string message, params ReadOnlySpan<(string Name, Type Type)> values) =>
        new(code, Severity.Error, message, values) { IsConfigurable = false };

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();
}
