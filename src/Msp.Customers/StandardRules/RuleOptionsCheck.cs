namespace Msp.Customers.Rules;

// Finds invalid rule options, so that validation at start-up reports them.
internal static class RuleOptionsCheck
{
    public static IEnumerable<string> Faults(RuleOptions options, IReadOnlyList<RuleDescriptor> codes)
    {
        var standard = codes.ToDictionary(code => code.Code, StringComparer.Ordinal);
        foreach (var code in options.Removed)
        {
            if (!standard.TryGetValue(code, out var rule))
            {
                yield return NoRule("Rules.Remove", code, standard.Keys);
            }
            else if (!rule.IsConfigurable)
            {
                yield return $"Rules.Remove: '{code}' is an invariant and cannot be removed.";
            }
        }

        var own = options.Added.Where(a => a.Codes is not null).SelectMany(a => a.Codes!).Select(c => c.Code).ToHashSet();
        foreach (var (code, severity) in options.Severities)
        {
            if (!Enum.IsDefined(severity))
            {
                yield return $"Rules.SetSeverity: The severity of '{code}' is not defined.";
            }
            else if (standard.TryGetValue(code, out var rule) && !rule.IsConfigurable && severity != Severity.Error)
            {
                yield return $"Rules.SetSeverity: '{code}' is an invariant and cannot be a warning.";
            }
            else if (rule is null && !own.Contains(code) && options.Added.All(a => a.Codes is not null))
            {
                yield return NoRule("Rules.SetSeverity", code, standard.Keys.Concat(own));
            }
        }

        foreach (var fault in TermFaults(options.Terms))
        {
            yield return fault;
        }
    }

    private static string NoRule(string method, string code, IEnumerable<string> codes) =>
        $"{method}: No rule has the code '{code}'. The most similar code is '{Nearest(code, codes)}'.";

    // The code with the smallest edit distance; of equal ones, the first in order of code.
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
            yield return "Rules.Terms must not be null.";
            yield break;
        }

        if (terms.EvaluationDays < 1 || terms.MaxEvaluationDays < terms.EvaluationDays)
        {
            yield return "Rules.Terms: EvaluationDays must be at least 1 and at most MaxEvaluationDays.";
        }

        if (terms.MaxExtensionDays < 0 || terms.RetentionDays < 0)
        {
            yield return "Rules.Terms: MaxExtensionDays and RetentionDays must be zero or more.";
        }
    }
}
