using System.Globalization;
using System.Text;
using Msp.Customers.Names;

namespace Msp.Customers.Tests.Names;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Northwind", "North\u200Bwind")]
    [InlineData("Northwind", "\u202ENorthwind\u202C")]
    [InlineData("Northwind", "North\u00ADwind")]
    [InlineData("Northwind", "North\u2060wind\uFEFF")]
    [InlineData("Northwind", "\uFF2E\uFF4F\uFF52\uFF54\uFF48\uFF57\uFF49\uFF4E\uFF44")]
    [InlineData("Northwind", "Northwind\U000E0041")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Straße", "STRA\u1E9EE")]
    [InlineData("ﬁnanz ﬀ", "FINANZ FF")]
    [InlineData("Café", "CAFE\u0301")]
    [InlineData("\u212Bngström", "a\u030Angstro\u0308m")]
    [InlineData("ΟΔΟΣ", "οδος")]
    [InlineData("ǆ", "Ǆ")]
    [InlineData("㌔ ㈱", "キロ (株)")]
    [InlineData("ｶﾞ", "ガ")]
    [InlineData("한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF")]
    [InlineData("a\u0323\u0307", "a\u0307\u0323")]
    [InlineData("x\u3164y", "xy")]
    [InlineData("x\u2800y", "X Y")]
    [InlineData("میخواهم", "می\u200Cخواهم")]
    public void F17_Names_with_the_same_folded_form_are_equal(string one, string other)
    {
        NameKey.Of(one).Should().Be(NameKey.Of(other));
        NameKey.Normalize(one).IsNormalized(NormalizationForm.FormKC).Should().BeTrue();
    }

    [Theory]
    [InlineData("Cafe", "Café")]
    [InlineData("a b", "ab")]
    [InlineData("ı", "i")]
    [InlineData("а", "a")] // Cyrillic and Latin: characters that only look alike are not folded.
    public void F17_Names_with_different_folded_forms_are_different(string one, string other) =>
        NameKey.Of(one).Should().NotBe(NameKey.Of(other));

    [Fact]
    public void F17_Normalizing_is_idempotent_and_case_insensitive()
    {
        foreach (var text in Characters().SelectMany(c => new[] { c, $"a{c}\u0301", $"\u1112{c}" }))
        {
            var folded = NameKey.Normalize(text);
            if (folded != NameKey.Normalize(folded) || NameKey.Normalize(text.ToUpperInvariant()) != folded && !HasSpecialCase(text))
            {
                Assert.Fail(string.Join(' ', text.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture))));
            }
        }
    }

    // The platform can use another version of Unicode, with the same result for each character of both versions.
    [Fact]
    public void F17_Normalizing_agrees_with_the_Unicode_normalization_of_the_platform()
    {
        foreach (var text in Characters().Where(c => !TextLimits.HasInvisibles(c)))
        {
            var composed = NameKey.Normalize(text);
            composed.Normalize(NormalizationForm.FormKC).Should().Be(composed);
            NameKey.Normalize(text.Normalize(NormalizationForm.FormKC)).Should().Be(composed);
            NameKey.Normalize(text.Normalize(NormalizationForm.FormKD)).Should().Be(composed);
        }
    }

    [Fact]
    public void F17_Normalizing_normalized_ASCII_text_returns_the_same_object()
    {
        const string name = "northwind traders";
        NameKey.Normalize(name).Should().BeSameAs(name);
        NameKey.Normalize(" a  B ").Should().Be("a b");
        NameKey.Normalize("").Should().BeEmpty();
    }

    [Fact]
    public void F17_A_name_that_expands_has_a_key_within_the_maximum_length()
    {
        var (one, other) = (new string('\uFDFA', TextLimits.MaxNameLength), new string('\uFDFA', TextLimits.MaxNameLength - 1));
        NameKey.Of(one).Value.Length.Should().BeInRange(TextLimits.MaxKeyLength - 1, TextLimits.MaxKeyLength);
        NameKey.Of(one).Should().NotBe(NameKey.Of(other));
        NameKey.Of(one).Should().Be(NameKey.Of(one + "\u200B"));
    }

    [Theory]
    [InlineData("\u3164")]
    [InlineData("\u200B\u2060\uFEFF")]
    [InlineData(" \u00AD ")]
    [InlineData("\u2800")]
    [InlineData("\u115F\u1160\uFFA0")]
    [InlineData("\uFE0F")]
    [InlineData("\U000E0020\U000E0041")]
    public void F17_Text_without_visible_characters_is_missing(string text) => TextLimits.IsMissing(text).Should().BeTrue();

    [Theory]
    [InlineData("a\u200Bb", false)]
    [InlineData("a\u202Eb", false)]
    [InlineData("a\u2066b\u2069", false)]
    [InlineData("a\u00ADb", false)]
    [InlineData("North\u200Cwind", false)]
    [InlineData("North\u200Dwind", false)]
    [InlineData("a\u2028b", false)]
    [InlineData("می\u200Cخواهم", true)]
    [InlineData("ക്\u200Dഷ", true)]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467", true)]
    [InlineData("\u2764\uFE0F\u200D\U0001F525", true)]
    [InlineData("\u2764\uFE0F\uFE0F", false)]
    [InlineData("1\uFE0F\u20E3", true)]
    [InlineData("葛\U000E0100城", true)]
    [InlineData("می\u200C\u200Cخ", false)]
    [InlineData("Café Ærø 漢字", true)]
    public void F17_Names_can_have_joiners_only_where_a_script_or_an_emoji_needs_them(string text, bool isName)
    {
        TextLimits.HasInvisibles(text, allowJoiners: true).Should().Be(!isName);
        TextLimits.HasInvisibles(text).Should().Be(!isName || text.Any(c => c is '\u200C' or '\u200D' or '\uFE0F' or '\uDB40'));
    }

    private static IEnumerable<string> Characters() =>
        Enumerable
            .Range(0, 0x20000)
            .Where(Rune.IsValid)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.OtherNotAssigned)
            .Select(char.ConvertFromUtf32);

    // The dotless i is a separate letter.
    private static bool HasSpecialCase(string text) => text.Contains('ı');
}
