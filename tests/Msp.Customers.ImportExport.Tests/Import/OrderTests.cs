namespace Msp.Customers.ImportExport.Tests.Import;

// Contacts and quotas stand in the order of the customers. Where they do not, no customer is stored without what belongs to it.
public sealed class OrderTests
{
    private const string Customers = "Id,AccountName,OrganizationName\nc-1,One,Org 1\nc-2,Two,Org 2\nc-3,Three,Org 3\n";

    private static readonly ImportOptions Skip = new() { SkipRefused = true };

    [Theory]
    [InlineData("c-2 c-1 c-3", "c-2 c-3", "3 row.out-of-order")]
    [InlineData("c-1 c-3 c-2", "c-1 c-3", "4 row.out-of-order")]
    [InlineData("c-1 c-2 c-1", "c-2 c-3", "4 row.out-of-order")]
    [InlineData("c-1 c-9 c-3", "c-1 c-2 c-3", "3 row.customer-not-found")]
    [InlineData("c-3", "c-1 c-2 c-3", "")]
    [InlineData("c-1 c-1 c-3", "c-1 c-2 c-3", "")]
    public async Task A_row_out_of_order_keeps_its_customer_out_and_no_other(string contacts, string stored, string told)
    {
        using var desk = new Desk();
        var rows = string.Concat(contacts.Split(' ').Select((id, n) => $"{id},Person {n}\n"));

        var report = await desk.ImportAsync(Customers, $"CustomerId,Name\n{rows}", options: Skip);

        string.Join(' ', report.Violations.Select(v => $"{v.Line} {v.Violation.Code}")).Should().Be(told);
        (await desk.Customers.ListAsync()).Select(c => c.Id.Value).Should().Equal(stored.Split(' '));
    }

    [Fact]
    public async Task A_broken_row_of_a_contact_keeps_its_customer_out()
    {
        using var desk = new Desk();

        var report = await desk.ImportAsync(Customers, "CustomerId,Name\nc-1,A\nc-2,B,C\nc-3,D\n", options: Skip);

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    Added = 2,
                    Refused = 1,
                    IsStored = true,
                }
            );
        report.Violations.Select(v => v.Violation.Code).Should().Equal("row.wrong-cell-count");
        (await desk.Customers.ListAsync()).Select(c => c.Id.Value).Should().Equal("c-1", "c-3");
    }

    [Fact]
    public async Task Of_two_rows_with_one_id_neither_is_taken()
    {
        using var desk = new Desk();

        await desk.ImportAsync(Customers + "c-2,Another,Org 4\n", options: Skip);

        (await desk.Customers.ListAsync()).Select(c => c.Id.Value).Should().Equal("c-1", "c-3");
    }

    [Fact]
    public async Task More_contacts_than_a_customer_can_have_are_refused()
    {
        using var desk = new Desk();
        var rows = string.Concat(Enumerable.Range(1, 6_000).Select(n => $"c-1,P {n}\n"));

        var report = await desk.ImportAsync(Customers, $"CustomerId,Name\n{rows}c-2,Ada\n", options: Skip);

        report.Violations.Single().Violation.Code.Should().Be("list.too-long");
        report.Added.Should().Be(2);
    }
}
