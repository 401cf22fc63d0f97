using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.EntityFrameworkCore;

namespace Msp.Customers.Samples.Tests.Documents;

// What a document says that its programs do and write. In one class, since the console is one for all.
public sealed class ShownOutputTests : IDisposable
{
    private const string Source = "Data Source=customers.db";
    private readonly string folder = Directory.CreateTempSubdirectory("documents-").FullName;

    private static IEnumerable<string> Blocks => CodeBlock.All().Where(b => b.File == "README.md").Select(b => b.Text);

    private string Connection => $"Data Source={Path.Combine(folder, "customers.db")};Pooling=False";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_lines_a_host_writes_save_a_customer()
    {
        Run(OnOwnFile(Blocks.First()));

        await using var context = new MspCustomersContext(new DbContextOptionsBuilder().UseMspCustomersSqlite(Connection).Options);
        var customer = await context.Customers.AsNoTracking().SingleAsync();
        customer.Account.OrganizationName.Should().Be("Northwind Traders");
        customer.TenantType.Should().Be(TenantType.Evaluation);
        customer
            .Quotas.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(new { EffectiveDate = new LocalDate(2026, 1, 1), EndDate = default(LocalDate?) });
    }

    [Fact]
    public void A_refusal_looks_as_the_readme_shows_it()
    {
        var services = new ServiceCollection();
        services.AddMspCustomers().UseInMemoryStorage().AddUsage().AddCustomerDetails();
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        var block = Blocks.Single(b => b.Contains("CheckAsync(bad)", StringComparison.Ordinal));

        Run(block, scope.ServiceProvider.GetRequiredService<CustomerRepository>())
            .Should()
            .Equal(block.Split('\n').Where(l => l.StartsWith("// ", StringComparison.Ordinal)).Select(l => l[3..]));
    }

    [Fact]
    public void The_first_program_says_what_the_guide_shows_each_time_it_runs()
    {
        var program = OnOwnFile(CodeBlock.All().First(b => b.File.EndsWith("getting-started.md", StringComparison.Ordinal)).Text);
        var shown = File.ReadAllText(Path.Combine(CodeBlock.Root, "docs", "getting-started.md"))
            .Split("```text\n")
            .Skip(1)
            .Select(t => Lines(t.Split("```")[0]))
            .ToList();

        shown.Should().HaveCount(2);
        Run(program).Should().Equal(shown[0]);
        Run(program).Should().Equal(shown[1]);
    }

    private string OnOwnFile(string program)
    {
        program.Should().Contain(Source);
        return program.Replace(Source, Connection, StringComparison.Ordinal);
    }

    private static string[] Run(string program, CustomerRepository? customers = null)
    {
        var console = Console.Out;
        using var said = new StringWriter();
        Console.SetOut(said);
        try
        {
            var compiled = BlockCompiler.Load(program);
            compiled.GetType("Given")!.GetField("customers")!.SetValue(null, customers);
            compiled.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return Lines(said.ToString());
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
