using CsCheck;

namespace Msp.Customers.ImportExport.Tests.Export;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("'=1", "''=1")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("a=1", "a=1")]
    public async Task A_formula_is_exported_as_text_and_imported_unchanged(string name, string cell)
    {
        using var host = new TestHost();
        var draft = Valid.Draft();
        (draft.Id, draft.AccountName) = ("c-1", name);
        await host.Customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));

        var exported = await host.ExportAsync();

        exported.Customers.Should().Contain($"\r\nc-1,{cell},");
        using var target = new TestHost();
        await target.ImportAsync(exported.Customers);
        (await target.OneAsync()).Account.AccountName.Should().Be(name);
    }

    [Fact]
    public void No_exported_cell_starts_a_formula() =>
        AnyText.Cell.Sample(
            text =>
            {
                using var host = new TestHost();
                var (draft, name) = (Valid.Draft(), AnyText.WithoutInvisible(text));
                (draft.Id, draft.AccountName, draft.OrganizationName, draft.Address) = ("c-1", $"{name}n", $"{name}o", $"{text}a");
                host.Customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today)).GetAwaiter().GetResult();

                var cells = host.ExportAsync(new ExportOptions { Delimiter = '\t' })
                    .GetAwaiter()
                    .GetResult()
                    .Customers.Split('\n')[1]
                    .Split('\t');

                cells.Select(Unquoted).Should().NotContain(c => c.Length > 0 && "=+-@\r".Contains(c[0]));
            },
            iter: 1_000
        );

    private static string Unquoted(string cell) => cell.StartsWith('"') ? cell[1..^1].Replace("\"\"", "\"") : cell;
}
