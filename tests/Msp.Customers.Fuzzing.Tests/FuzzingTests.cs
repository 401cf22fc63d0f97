using CsCheck;

namespace Msp.Customers.Fuzzing.Tests;

// Runs the stored inputs of a fuzzer, and new variations of them, in each build.
public sealed class FuzzingTests
{
    public static TheoryData<string> TargetNames => [.. Targets.All.Keys];

    [Theory]
    [MemberData(nameof(TargetNames))]
    public async Task Every_input_of_the_corpus_has_a_documented_result(string target)
    {
        var corpus = Corpus(target);
        corpus.Should().NotBeEmpty();
        foreach (var input in corpus)
        {
            await Targets.All[target](input);
        }
    }

    [Theory]
    [MemberData(nameof(TargetNames))]
    public async Task Variations_of_the_inputs_of_the_corpus_have_a_documented_result(string target)
    {
        var corpus = Corpus(target);
        await Gen.Int.SampleAsync(number => Targets.All[target](Mutation.Of(corpus, number)), iter: 2_000, threads: 1);
    }

    private static List<byte[]> Corpus(string target) =>
        [
            .. Directory
                .GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", target))
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllBytes),
        ];
}
