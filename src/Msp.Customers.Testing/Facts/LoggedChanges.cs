using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing;

// The change log of a trial as the facts read and expect it.
internal static class LoggedChanges
{
    // Reads in a new session, as another process does.
    public static async Task<List<ChangeEntry>> ListAsync(Trial trial, object id, ChangeSubject subject = ChangeSubject.Customer)
    {
        await using var session = await trial.OpenAsync();
        return await Trial.ChangesOf(session).ListAsync(subject, id.ToString()!, trial.Token).ToListAsync(trial.Token);
    }

    // The listed entries equal the expected ones, except for the id and the time, which the log generates.
    public static async Task ExpectEntriesAsync(Trial trial, string what, params ChangeEntry[] expected)
    {
        var found = await ListAsync(trial, expected[0].SubjectId, expected[0].Subject);
        Expect.Items(
            expected.Select(e => (e.Kind, e.Version)),
            found.Select(e => (e.Kind, e.Version)),
            $"add one change log entry for {what}"
        );
        foreach (var (wanted, given) in expected.Zip(found))
        {
            Expect.Same(
                wanted with
                {
                    Id = given.Id,
                    ChangedAt = given.ChangedAt,
                },
                given,
                $"store the complete change log entry for {what}"
            );
        }

        Expect.Equal(found.Count, found.Select(e => e.Id).Distinct().Count(), "return a unique id for each entry");
    }

    public static ChangeContext Context(string? by = "user-7", string? reason = "ticket 4711") =>
        new(new BusinessCalendar(new TestClock())) { By = by, Reason = reason };

    public static void SetContext(Trial trial, ChangeContext like) =>
        (trial.ChangeContext.By, trial.ChangeContext.Reason) = (like.By, like.Reason);
}
