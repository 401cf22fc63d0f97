using Microsoft.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore.Storage;

namespace Msp.Customers.Samples.Tests.Documents;

public sealed class ReadmeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("readme-").FullName;

    private static IEnumerable<string> Blocks => CodeBlock.All().Where(b => b.File == "README.md").Select(b => b.Text);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_lines_a_host_writes_save_a_customer()
    {
        const string Source = "Data Source=customers.db";
        var connection = $"Data Source={Path.Combine(folder, "customers.db")};Pooling=False";
        var block = Blocks.First();
        block.Should().Contain(Source);

        Run(block.Replace(Source, connection, StringComparison.Ordinal));

        await using var context = new MspCustomersContext(new DbContextOptionsBuilder().UseSqlite(connection).Options);
        var customer = await context.Customers.AsNoTracking().SingleAsync();
        customer.Account.OrganizationName.Should().Be("Northwind Traders");
        customer.TenantType.Should().Be(TenantType.Evaluation);
        customer.Quotas.Should().ContainSingle().Which.Should().BeEquivalentTo(new { EffectiveDate = customer.RegisteredOn, EndDate = default(LocalDate?) });
    }

    [Fact]
    public void A_refusal_looks_as_the_readme_shows_it()
    {
        var block = Blocks.Single(b => b.Contains("catch (RuleViolationException", StringComparison.Ordinal));

        Run(block).Should().Equal(block.Split('\n').Where(l => l.StartsWith("// ", StringComparison.Ordinal)).Select(l => l[3..]));
    }

    private static string[] Run(string program)
    {
        var console = Console.Out;
        using var said = new StringWriter();
        Console.SetOut(said);
        try
        {
            BlockCompiler.Load(program).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return said.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
