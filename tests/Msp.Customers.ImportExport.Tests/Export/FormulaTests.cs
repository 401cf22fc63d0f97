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
    public async Task A_formula_is_written_as_text_and_read_back_as_it_was(string name, string cell)
    {
        using var desk = new Desk();
        var draft = Valid.Draft();
        (draft.Id, draft.AccountName) = ("c-1", name);
        await desk.Customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));

        var exported = await desk.ExportAsync();

        exported.Customers.Should().Contain($"\r\nc-1,{cell},");
        using var there = new Desk();
        await there.ImportAsync(exported.Customers);
        (await there.OneAsync()).Account.AccountName.Should().Be(name);
    }

    [Fact]
    public void No_exported_cell_opens_a_formula() =>
        AnyText.Cell.Sample(
            text =>
            {
                using var desk = new Desk();
                var (draft, name) = (Valid.Draft(), AnyText.Seen(text));
                (draft.Id, draft.AccountName, draft.OrganizationName, draft.Address) = ("c-1", $"{name}n", $"{name}o", $"{text}a");
                desk.Customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today)).GetAwaiter().GetResult();

                var cells = desk.ExportAsync(new ExportOptions { Delimiter = '\t' })
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
