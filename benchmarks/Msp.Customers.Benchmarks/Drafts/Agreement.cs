namespace Msp.Customers.Benchmarks.Drafts;

// Competitors that answer differently are not compared: each must find the same codes at the same members of every sample.
internal static class Agreement
{
    public static void Demand(CustomerRules rules, FluentCustomer fluent, HandWritten handWritten, Func<string?, bool> isPhoneNumber)
    {
        Demand("", SampleDrafts.Valid(), rules, fluent, handWritten, isPhoneNumber);
        foreach (var (code, draft) in SampleDrafts.Broken())
        {
            Demand(code, draft, rules, fluent, handWritten, isPhoneNumber);
        }
    }

    private static void Demand(
        string code,
        CustomerDraft draft,
        CustomerRules rules,
        FluentCustomer fluent,
        HandWritten handWritten,
        Func<string?, bool> isPhoneNumber
    )
    {
        var library = Gather(rules.Check(draft).Select(v => (v.Code, v.Path)));
        var others = new[]
        {
            Gather(fluent.Validate(draft).Errors.Select(e => (e.ErrorCode, e.PropertyName))),
            Gather(new AnnotatedCustomer(draft).Check(isPhoneNumber)),
            Gather(handWritten.Check(draft) ?? []),
        };
        if (code.Length == 0 ? library.Length > 0 : !library.Contains(code, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"A sample was to break '{code}' and breaks '{library}'.");
        }

        if (others.FirstOrDefault(o => o != library) is { } other)
        {
            throw new InvalidOperationException($"Of the sample that breaks '{code}', the rules say '{library}' and another '{other}'.");
        }
    }

    // By member of the customer: a rule about a whole list need not name the item.
    private static string Gather(IEnumerable<(string Code, string Path)> found) =>
        string.Join(", ", found.Select(f => $"{f.Code} at {f.Path.Split('[')[0]}").Distinct().Order(StringComparer.Ordinal));
}
