using System.Text.RegularExpressions;

namespace Msp.Customers.Rules;

/// <summary>One rule: one class, one stable code, one severity. What it judges is said by the classes below it.</summary>
public abstract partial class Rule
{
    /// <summary>Names the rule.</summary>
    /// <param name="code">Subject and fault in lower case words, such as <c>quota.overlaps</c>; it never changes.</param>
    /// <param name="severity">The severity unless a host sets another for the code.</param>
    /// <param name="message">The English sentence, with the names of values in braces.</param>
    /// <exception cref="ArgumentException">The code does not have the form <c>subject.fault</c>.</exception>
    protected Rule(string code, Severity severity, string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentException.ThrowIfNullOrEmpty(message);
        if (!CodeForm().IsMatch(code))
        {
            throw new ArgumentException($"A rule's code has the form 'subject.fault' in lower case words; '{code}' has not.", nameof(code));
        }

        Code = code;
        Severity = severity;
        Message = message;
    }

    /// <summary>The stable code, by which hosts remove, replace and localise the rule.</summary>
    public string Code { get; }

    /// <summary>The rule's own severity.</summary>
    public Severity Severity { get; }

    /// <summary>The English sentence with the names of values in braces.</summary>
    public string Message { get; }

    /// <summary>
    /// Whether a customer or plan that breaks this rule could not be built at all.
    /// Such a rule can be neither removed nor turned into a warning.
    /// </summary>
    public virtual bool IsStructural => false;

    /// <summary>A violation of this rule at a member.</summary>
    /// <param name="path">The member at fault, such as <c>Quotas[1].EndDate</c>.</param>
    /// <param name="values">The values named in the message, and any other a host may want to show.</param>
    /// <returns>The violation with this rule's code, severity and message.</returns>
    public Violation Violated(string path, params ReadOnlySpan<(string Name, object Value)> values) =>
        new(Code, Severity, path, Message, values);

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
