using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Msp.Customers.Names;

/// <summary>What text the library takes, and how much of each kind. Lengths are in UTF-16 code units, as .NET counts them.</summary>
public static class TextLimits
{
    /// <summary>The longest id of a customer or plan: 128.</summary>
    public const int MaxIdLength = 128;

    /// <summary>The longest name of a customer, organization, plan, feature or person: 256.</summary>
    public const int MaxNameLength = 256;

    /// <summary>The longest name folded to a <see cref="NameKey"/>: 768, since folding makes up to three code units of one, and more of a few.</summary>
    public const int MaxKeyLength = 3 * MaxNameLength;

    /// <summary>The longest address: 1,024.</summary>
    public const int MaxAddressLength = 1024;

    /// <summary>The longest phone number: 30, as in the vendor's interface whose portal the seed page shows.</summary>
    public const int MaxPhoneNumberLength = 30;

    /// <summary>The longest e-mail address: 254 (RFC 5321).</summary>
    public const int MaxEmailLength = 254;

    /// <summary>The longest name of a storage region or of another system: 64.</summary>
    public const int MaxTokenLength = 64;

    /// <summary>The longest name of a time zone: 64.</summary>
    public const int MaxTimeZoneLength = 64;

    /// <summary>The most items in one list of a draft, such as its contacts: 5,000.</summary>
    public const int MaxItems = 5_000;

    // C0, DEL and C1.
    private static readonly SearchValues<char> Controls = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c)).Select(c => (char)c),
    ]);

    private static readonly SearchValues<char> ControlsButLineBreaks = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c) && c is not ('\r' or '\n')).Select(c => (char)c),
    ]);

    private static readonly SearchValues<char> Surrogates = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    /// <summary>Whether a text is missing: null, empty, or nothing but white space and invisible characters.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>True when there is nothing to read.</returns>
    public static bool IsMissing([NotNullWhen(false)] string? text) => text is null || Invisible.IsAll(text);

    /// <summary>Whether a text holds invisible characters: those that Unicode ignores by default, such as U+200B, the soft hyphen and the controls of direction, and separators of lines.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="allowJoiners">Whether one joiner or variation selector is allowed after a character on which it can have an effect, as in names of Persian, Indic languages and emoji.</param>
    /// <returns>True when a reader would not see all of it.</returns>
    public static bool HasInvisibles(string? text, bool allowJoiners = false) => text is not null && Invisible.IsIn(text, allowJoiners);

    /// <summary>Whether a text holds a control character.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="lineBreaks">Whether line breaks are allowed, as in an address.</param>
    /// <returns>True for a tab, a null character and their like.</returns>
    public static bool HasControls(string? text, bool lineBreaks = false) =>
        text.AsSpan().ContainsAny(lineBreaks ? ControlsButLineBreaks : Controls);

    /// <summary>Whether every surrogate of a text has its pair, so that it can be stored as UTF-8.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>False for half a character.</returns>
    public static bool IsWellFormed(string? text)
    {
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(Surrogates); at >= 0; at = rest.IndexOfAny(Surrogates))
        {
            if (!Rune.TryGetRuneAt(text!, text!.Length - rest.Length + at, out _))
            {
                return false;
            }

            rest = rest[(at + 2)..];
        }

        return true;
    }

    /// <summary>Whether a storage can hold a text: it has no NUL character, which PostgreSQL refuses, and is well-formed.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>True for null.</returns>
    public static bool IsStorable(string? text) => !text.AsSpan().Contains('\0') && IsWellFormed(text);

    // Ids are compared exactly, so that text with white space at its ends is not an id.
    internal static bool IsId(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= MaxIdLength && !HasControls(text) && IsWellFormed(text) && text.Trim() == text;

    /// <summary>Refuses a text that is missing, too long, malformed or holds control characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The parameter's name, for the exception.</param>
    /// <param name="maxLength">The most UTF-16 code units.</param>
    /// <returns>The text without white space at its ends.</returns>
    /// <exception cref="ArgumentException">The text is not acceptable; the message does not repeat it.</exception>
    public static string Demand([NotNull] string? text, string name, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException("The text is missing.", name);
        }

        return DemandOptional(text, name, maxLength)!;
    }

    /// <summary>Refuses a text that is too long, malformed or holds control characters.</summary>
    /// <param name="text">The text; white space only counts as none.</param>
    /// <param name="name">The parameter's name, for the exception.</param>
    /// <param name="maxLength">The most UTF-16 code units.</param>
    /// <param name="lineBreaks">Whether line breaks are allowed.</param>
    /// <returns>The text without white space at its ends, or null when there is none.</returns>
    /// <exception cref="ArgumentException">The text is not acceptable; the message does not repeat it.</exception>
    public static string? DemandOptional(string? text, string name, int maxLength, bool lineBreaks = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (text.Length > maxLength)
        {
            throw new ArgumentException($"The text is longer than {maxLength}.", name);
        }

        if (HasControls(text, lineBreaks) || !IsWellFormed(text))
        {
            throw new ArgumentException("The text holds control characters or half a character.", name);
        }

        return text.Trim();
    }

#pragma warning disable CA1308 // Regions and names of systems are kept as vendors write them, in lower case; they are shown too, so that upper case would not do.
    internal static string Lower(string text) => text.Trim().ToLowerInvariant();
#pragma warning restore CA1308
}
