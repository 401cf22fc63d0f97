using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.EntityFrameworkCore;

namespace Msp.Customers.Samples.Tests.Documents;

// The documented results and output of programs. The tests are in one class, because they share the console.
public sealed class DocumentedOutputTests : IDisposable
{
    private const string Source = "Data Source=customers.db";
    private readonly string folder = Directory.CreateTempSubdirectory("documents-").FullName;

    private static IEnumerable<string> Blocks => CodeBlock.All().Where(b => b.File == "README.md").Select(b => b.Text);

    private string Connection => $"Data Source={Path.Combine(folder, "customers.db")};Pooling=False";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_first_program_of_the_readme_saves_a_customer()
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
    public void A_refusal_has_the_output_of_the_readme()
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
    public void The_first_program_of_the_guide_has_the_documented_output_on_each_run()
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
        using var output = new StringWriter();
        Console.SetOut(output);
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

        return Lines(output.ToString());
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
