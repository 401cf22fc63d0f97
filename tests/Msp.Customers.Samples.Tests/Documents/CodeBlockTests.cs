namespace Msp.Customers.Samples.Tests.Documents;

public sealed class CodeBlockTests
{
    public static TheoryData<string> Blocks => [.. CodeBlock.All().Select(b => b.ToString())];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_code_block_of_the_documents_compiles(string place)
    {
        var block = CodeBlock.All().Single(b => b.ToString() == place);

        BlockCompiler.Errors(block.Text).Should().BeEmpty();
    }

    [Fact]
    public void The_documents_include_the_readmes() =>
        CodeBlock
            .All()
            .Select(b => b.File)
            .Should()
            .Contain(["README.md", "src/Msp.Customers/README.md", "src/Msp.Customers.Testing/README.md"]);

    [Theory]
    [InlineData("customers.NoSuchMember();")]
    [InlineData("var draft = new CustomerDraft { AccountNames = \"x\" };")]
    [InlineData("public sealed class Mine : CustomerStore { }")]
    [InlineData("await customers.AddAsync(draft);")]
    public void A_block_that_does_not_compile_has_errors(string text) => BlockCompiler.Errors(text).Should().NotBeEmpty();

    [Fact]
    public void Every_block_is_found_with_its_own_text() =>
        CodeBlock
            .In("x.md", ["text", "```csharp", "one", "```", "```json", "no", "```", "```csharp", "two", "three", "```"])
            .Should()
            .Equal(new CodeBlock("x.md", 2, "one"), new CodeBlock("x.md", 8, "two\nthree"));
}
