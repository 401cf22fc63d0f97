namespace Msp.Customers.ImportExport.Tests.Import;

// Contacts and quotas must be in the order of the customers. Otherwise a customer is refused rather than stored without its parts.
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
    public async Task A_row_out_of_order_refuses_only_its_customer(string contacts, string stored, string expected)
    {
        using var host = new TestHost();
        var rows = string.Concat(contacts.Split(' ').Select((id, n) => $"{id},Person {n}\n"));

        var report = await host.ImportAsync(Customers, $"CustomerId,Name\n{rows}", options: Skip);

        string.Join(' ', report.Violations.Select(v => $"{v.Line} {v.Violation.Code}")).Should().Be(expected);
        (await host.Customers.ListAsync()).Select(c => c.Id.Value).Should().Equal(stored.Split(' '));
    }

    [Fact]
    public async Task An_invalid_row_of_a_contact_refuses_its_customer()
    {
        using var host = new TestHost();

        var report = await host.ImportAsync(Customers, "CustomerId,Name\nc-1,A\nc-2,B,C\nc-3,D\n", options: Skip);

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
        (await host.Customers.ListAsync()).Select(c => c.Id.Value).Should().Equal("c-1", "c-3");
    }

    [Fact]
    public async Task Two_rows_with_the_same_id_are_both_refused()
    {
        using var host = new TestHost();

        await host.ImportAsync(Customers + "c-2,Another,Org 4\n", options: Skip);

        (await host.Customers.ListAsync()).Select(c => c.Id.Value).Should().Equal("c-1", "c-3");
    }

    [Fact]
    public async Task More_contacts_than_a_customer_can_have_are_refused()
    {
        using var host = new TestHost();
        var rows = string.Concat(Enumerable.Range(1, 6_000).Select(n => $"c-1,P {n}\n"));

        var report = await host.ImportAsync(Customers, $"CustomerId,Name\n{rows}c-2,Ada\n", options: Skip);

        report.Violations.Single().Violation.Code.Should().Be("list.too-long");
        report.Added.Should().Be(2);
    }
}
