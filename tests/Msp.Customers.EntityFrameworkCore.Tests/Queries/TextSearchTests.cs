namespace Msp.Customers.EntityFrameworkCore.Tests.Queries;

public sealed class TextSearchTests : IDisposable
{
    private static readonly string[] Names =
    [
        "100% Cotton",
        "a_b",
        "axb",
        "back\\slash",
        "in [X] brackets",
        "x",
        "O'Neill",
        "Bobby' or 1=1 --",
        "star*",
        "the \"Q\" house",
        "nothing",
    ];

    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData("100%", "100% Cotton")]
    [InlineData("%", "100% Cotton")]
    [InlineData("a_b", "a_b")]
    [InlineData("_", "a_b")]
    [InlineData("\\", "back\\slash")]
    [InlineData("[x]", "in [X] brackets")]
    [InlineData("o'ne", "O'Neill")]
    [InlineData("' OR 1=1 --", "Bobby' or 1=1 --")]
    [InlineData("*", "star*")]
    [InlineData("\"q\"", "the \"Q\" house")]
    public async Task Special_characters_of_query_languages_are_found_literally(string text, string name)
    {
        await storage.SaveAsync([.. Names.Select(Valid.Customer)]);
        await using var context = storage.Context();
        var found = await new DbContextCustomerStore<MspCustomersContext>(context).ListAsync(
            new CustomersMatching(new CustomerFilter { Text = text })
        );
        found.Should().ContainSingle().Which.Account.AccountName.Should().Be(name);
    }
}
