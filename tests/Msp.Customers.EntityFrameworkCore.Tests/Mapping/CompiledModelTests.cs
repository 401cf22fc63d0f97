using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.EntityFrameworkCore.Tests.Mapping;

// The output of "dotnet ef dbcontext optimize" is compiled in a project of the host, which can use public members only.
public sealed class CompiledModelTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Empty();
    private readonly string folder = Directory.CreateTempSubdirectory("msp-customers-").FullName;

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public Task F49_The_ready_made_context_works_with_a_compiled_model() =>
        AssertWorksAsync<MspCustomersContext>(o => new MspCustomersContext(o));

    [Fact]
    public Task F49_A_context_of_the_host_works_with_a_compiled_model() => AssertWorksAsync<OptimizedContext>(o => new OptimizedContext(o));

    private async Task AssertWorksAsync<TContext>(Func<DbContextOptions<TContext>, TContext> make)
        where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        database.Use(options);
        IModel compiled;
        await using (var context = make(options.Options))
        {
            compiled = Compiled(context);
        }

        await using var fast = make(options.UseModel(compiled).Options);
        await HostModelTests.AssertAllWorksAsync(fast);
    }

    private IModel Compiled(DbContext context)
    {
#pragma warning disable EF1001 // The tool uses these types.
        var assembly = typeof(CompiledModelTests).Assembly;
        var services = new DesignTimeServicesBuilder(assembly, assembly, new OperationReporter(null), []).Build(context);
#pragma warning restore EF1001
        var files = services
            .GetRequiredService<ICompiledModelScaffolder>()
            .ScaffoldModel(
                context.GetService<IDesignTimeModel>().Model,
                folder,
                new CompiledModelCodeGenerationOptions
                {
                    ContextType = context.GetType(),
                    ModelNamespace = "Compiled",
                    Language = "C#",
                    UseNullableReferenceTypes = true,
                }
            );
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            $"Compiled{Guid.NewGuid():N}",
            files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file))),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        using var stream = new MemoryStream();
        compilation.Emit(stream).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        var model = System.Reflection.Assembly.Load(stream.ToArray()).GetTypes().Single(t => t.IsSubclassOf(typeof(RuntimeModel)));
        return (IModel)model.GetProperty("Instance")!.GetValue(null)!;
    }
}

public sealed class OptimizedContext(DbContextOptions<OptimizedContext> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.AddMspCustomersChecks();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyMspCustomers(tablePrefix: "msp_");
}
