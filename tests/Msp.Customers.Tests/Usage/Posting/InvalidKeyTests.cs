namespace Msp.Customers.Tests.Usage.Posting;

// A key that is an argument can be any text, like the key of a draft.
public sealed class InvalidKeyTests
{
    [Theory]
    [InlineData("field.too-long")]
    [InlineData("field.control-characters")]
    [InlineData("field.unpaired-surrogate")]
    [InlineData("field.required")]
    public async Task An_invalid_key_is_refused_and_the_violation_does_not_contain_it(string code)
    {
        var key = code switch
        {
            "field.too-long" => new string('x', 10_000_000),
            "field.control-characters" => "a\nforged line",
            "field.unpaired-surrogate" => "\uD800",
            _ => "\u2003",
        };
        var host = await UsageHost.OfAsync();
        Func<Task>[] calls =
        [
            () => host.Ledger.ReverseAsync(host.Id, key),
            () => host.Reservations.CommitAsync(host.Id, key),
            () => host.Reservations.ReleaseAsync(host.Id, key),
            () => host.Reservations.ConsumeAsync(host.Draft(key, 1)),
            () => host.PostAsync(host.Draft(key, 1)),
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
