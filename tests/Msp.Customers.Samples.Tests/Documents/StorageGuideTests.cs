using Msp.Customers.Testing;

namespace Msp.Customers.Samples.Tests.Documents;

public sealed class StorageGuideTests
{
    [Fact]
    public async Task The_conformance_test_of_the_guide_passes()
    {
        var block = CodeBlock
            .All()
            .Single(b =>
                b.File.EndsWith("storage.md", StringComparison.Ordinal) && b.Text.Contains("ConformanceFacts.All", StringComparison.Ordinal)
            );
        var test = Activator.CreateInstance(BlockCompiler.Load(block.Text).GetType("BillingStorageTests", throwOnError: true)!)!;
        var names = (IEnumerable<object[]>)test.GetType().GetProperty("Facts")!.GetValue(null)!;
        names.Select(n => n.Single()).Should().Equal(ConformanceFacts.All.Select(f => f.Name));

        foreach (var fact in ConformanceFacts.For(ConformanceArea.Plans).Take(4))
        {
            await (Task)test.GetType().GetMethod("The_storage_is_sound")!.Invoke(test, [fact.Name])!;
        }
    }
}
