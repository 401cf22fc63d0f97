namespace Msp.Customers.Benchmarks.Drafts;

// Only equivalent competitors are compared: each must report the same codes at the same members of every sample.
internal static class Agreement
{
    public static void Verify()
    {
        Verify("", SampleDrafts.Valid());
        Verify("field.required", SampleDrafts.Faulty());
        foreach (var (code, draft) in SampleDrafts.Broken())
        {
            Verify(code, draft);
        }
    }

    private static void Verify(string code, CustomerDraft draft)
    {
        var library = Gather(draft.Check().Select(v => (v.Code, v.Path)));
        var others = new[]
        {
            Gather(new FluentCustomer().Validate(draft).Errors.Select(e => (e.ErrorCode, e.PropertyName))),
            Gather(new AnnotatedCustomer(draft).Check()),
            Gather(HandWritten.Check(draft) ?? []),
        };
        if (code.Length == 0 ? library.Length > 0 : !library.Contains(code, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"A sample was to break '{code}' and breaks '{library}'.");
        }

        if (others.FirstOrDefault(o => o != library) is { } other)
        {
            throw new InvalidOperationException(
                $"Of the sample that breaks '{code}', the library reports '{library}' and another '{other}'."
            );
        }
    }

    // Grouped by member of the customer, because a rule about a whole list need not report the item.
    private static string Gather(IEnumerable<(string Code, string Path)> found) =>
        string.Join(", ", found.Select(f => $"{f.Code} at {f.Path.Split('[')[0]}").Distinct().Order(StringComparer.Ordinal));
}
