using CsCheck;

namespace Msp.Customers.Fuzzing.Tests;

// What a fuzzer found is kept, and is tried with each build, and so are some inputs made of it that nobody has seen.
public sealed class FuzzingTests
{
    public static TheoryData<string> TargetNames => [.. Targets.All.Keys];

    [Theory]
    [MemberData(nameof(TargetNames))]
    public async Task Every_input_of_the_corpus_is_answered_as_documented(string target)
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
    public async Task Inputs_like_those_of_the_corpus_are_answered_as_documented(string target)
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
