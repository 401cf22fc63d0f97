using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Msp.Customers.Samples.Tests.Documents;

// Compiles a block separately, as a program when it has statements, and as a library when it declares types only.
// A block can use the usings below, and the objects of a host that Given declares.
internal static class BlockCompiler
{
    private const string Usings = """
        global using System;
        global using System.Collections.Concurrent;
        global using System.Collections.Generic;
        global using System.Diagnostics.CodeAnalysis;
        global using System.IO;
        global using System.Linq;
        global using System.Security.Claims;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Ardalis.Specification;
        global using Microsoft.EntityFrameworkCore;
        global using Microsoft.Extensions.DependencyInjection;
        global using Msp.Customers;
        global using Msp.Customers.ChangeLog;
        global using Msp.Customers.AspNetCore;
        global using Msp.Customers.EntityFrameworkCore;
        global using Msp.Customers.Names;
        global using Msp.Customers.Queries;
        global using Msp.Customers.Parsing;
        global using Msp.Customers.Rules;
        global using Msp.Customers.Storage;
        global using Msp.Customers.ImportExport;
        global using Msp.Customers.Usage;
        global using NodaTime;
        global using NodaTime.Testing;
        global using static Given;
        """;

    private const string Given = """
        internal static class Given
        {
            public static IServiceCollection services = null!;
            public static IServiceScope scope = null!;
            public static CustomerRepository customers = null!;
            public static IRepositoryBase<ServicePlan> plans = null!;
            public static CustomerTerms terms = null!;
            public static BusinessCalendar calendar = null!;
            public static CustomerDetailsReader details = null!;
            public static Customer customer = null!;
            public static CustomerDraft draft = null!;
        }
        """;

    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    // All references of the tests, including the libraries.
    private static readonly List<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static IReadOnlyList<string> Errors(string code) =>
        [.. Compile(code).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString())];

    public static Assembly Load(string code)
    {
        using var image = new MemoryStream();
        var result = Compile(code).Emit(image);
        return result.Success ? Assembly.Load(image.ToArray()) : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private static CSharpCompilation Compile(string code)
    {
        var block = CSharpSyntaxTree.ParseText(code, Parsing, "block");
        var isProgram = block.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any();
        return CSharpCompilation.Create(
            $"Block{Guid.NewGuid():N}",
            [block, CSharpSyntaxTree.ParseText(Usings, Parsing), CSharpSyntaxTree.ParseText(Given, Parsing)],
            References,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
    }
}
