using System.Reflection;
using System.Text.RegularExpressions;
using Msp.Customers.AspNetCore;
using Msp.Customers.Usage;

namespace Msp.Customers.Samples.Tests.Documents;

public sealed partial class DomainPageTests
{
    [Fact]
    public void Every_name_on_the_domain_page_exists()
    {
        var types = new[] { typeof(Customer), typeof(UsageEntry), typeof(CustomerDetailsReader) }
            .SelectMany(t => t.Assembly.GetExportedTypes())
            .ToLookup(t => t.Name);
        var names = Code()
            .Matches(File.ReadAllText(Path.Combine(CodeBlock.Root, "docs", "domain.md")))
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .ToList();

        names.Should().HaveCountGreaterThan(40);
        names.Where(n => !Exists(n.Split('.'))).Should().BeEmpty();

        bool Exists(string[] name) =>
            types[name[0]]
                .Any(t =>
                    name.Length == 1 || t.GetMember(name[1], BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length > 0
                );
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
