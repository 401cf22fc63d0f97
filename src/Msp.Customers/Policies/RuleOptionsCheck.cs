using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>Finds what is wrong with rule options, so that a host learns of it when it starts.</summary>
public static class RuleOptionsCheck
{
    /// <summary>Reads the options.</summary>
    /// <param name="options">The options.</param>
    /// <returns>A sentence for each fault; empty when there is none.</returns>
    public static IEnumerable<string> Faults(RuleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var known = StandardRules.All().ToDictionary(r => r.Code, StringComparer.Ordinal);
        foreach (var code in options.Removed)
        {
            if (!known.TryGetValue(code, out var rule))
            {
                yield return $"Rules.Remove names '{code}', and no rule has that code. The nearest is '{Nearest(code, known.Keys)}'.";
            }
            else if (rule.IsStructural)
            {
                yield return $"Rules.Remove names '{code}', and without that rule no customer could be built.";
            }
        }

        foreach (var (code, severity) in options.Severities)
        {
            if (!Enum.IsDefined(severity))
            {
                yield return $"Rules.SetSeverity gives '{code}' a severity that is none.";
            }
            else if (known.TryGetValue(code, out var rule) && rule.IsStructural && severity != Severity.Error)
            {
                yield return $"Rules.SetSeverity makes '{code}' a warning, and without that rule no customer could be built.";
            }
            else if (rule is null && !options.CanHaveRule(code))
            {
                yield return $"Rules.SetSeverity names '{code}', and no rule has that code. The nearest is '{Nearest(code, known.Keys)}'.";
            }
        }

        foreach (var fault in TermFaults(options.Terms))
        {
            yield return fault;
        }

        if (!Enum.IsDefined(options.PhoneNumbers.Check))
        {
            yield return "Rules.PhoneNumbers.Check is none of Characters, Possible and Valid.";
        }

        if (options.PhoneNumbers.DefaultRegion is { } region && (region.Length != 2 || !region.All(char.IsAsciiLetter)))
        {
            yield return "Rules.PhoneNumbers.DefaultRegion is a country's two letters, such as DE.";
        }
    }

    // By how many characters differ, are missing or are too many; of two that are as near, the first in order of code.
    private static string Nearest(string code, IEnumerable<string> codes) =>
        codes.Order(StringComparer.Ordinal).MinBy(c => Distance(code, c))!;

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        foreach (var (i, c) in from.Index())
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 1; j <= to.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (c == to[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }

    private static IEnumerable<string> TermFaults(CustomerTerms terms)
    {
        if (terms is null)
        {
            yield return "Rules.Terms is missing.";
            yield break;
        }

        if (terms.EvaluationDays < 1 || terms.MaxEvaluationDays < terms.EvaluationDays)
        {
            yield return "Rules.Terms: an evaluation lasts at least one day, and at most MaxEvaluationDays.";
        }

        if (terms.MaxExtensionDays < 0 || terms.RetentionDays < 0)
        {
            yield return "Rules.Terms: MaxExtensionDays and RetentionDays are zero or more.";
        }
    }
}
