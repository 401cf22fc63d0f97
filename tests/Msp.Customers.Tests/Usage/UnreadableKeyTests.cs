namespace Msp.Customers.Tests.Usage;

// A key told by itself may be anything, like that of a draft.
public sealed class UnreadableKeyTests
{
    [Theory]
    [InlineData("field.too-long")]
    [InlineData("field.control-characters")]
    [InlineData("field.unpaired-surrogate")]
    [InlineData("field.required")]
    public async Task Text_that_cannot_be_a_key_is_refused_and_not_repeated(string code)
    {
        var key = code switch
        {
            "field.too-long" => new string('x', 10_000_000),
            "field.control-characters" => "a\nforged line",
            "field.unpaired-surrogate" => "\uD800",
            _ => "\u2003",
        };
        var books = await Books.OfAsync();
        Func<Task>[] calls =
        [
            () => books.Ledger.ReverseAsync(books.Id, key),
            () => books.Reservations.CommitAsync(books.Id, key),
            () => books.Reservations.ReleaseAsync(books.Id, key),
            () => books.Reservations.ConsumeAsync(books.Draft(key, 1)),
            () => books.PostAsync(books.Draft(key, 1)),
        ];

        foreach (var call in calls)
        {
            var refused = (await call.Should().ThrowAsync<RuleViolationException>()).Which;
            refused.Violations.Select(v => v.Code).Should().Equal(code);
            refused.Message.Length.Should().BeLessThan(200);
            refused.Violations[0].Values.Values.Should().NotContain(key);
        }
    }
}
