using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Msp.Customers.Names;

/// <summary>The limits of text that the library accepts. Lengths are in UTF-16 code units, as in .NET strings.</summary>
public static class TextLimits
{
    /// <summary>The maximum length of the id of a customer or plan: 128.</summary>
    public const int MaxIdLength = 128;

    /// <summary>The maximum length of the name of a customer, organization, plan, feature or person: 256.</summary>
    public const int MaxNameLength = 256;

    /// <summary>
    /// The maximum length of a <see cref="NameKey"/>: 768. Normalization makes up to three code units of most code units, and more of a
    /// few.
    /// </summary>
    public const int MaxKeyLength = 3 * MaxNameLength;

    /// <summary>The maximum length of an address: 1,024.</summary>
    public const int MaxAddressLength = 1024;

    /// <summary>The maximum length of a phone number: 30, as in a vendor's API.</summary>
    public const int MaxPhoneNumberLength = 30;

    /// <summary>The maximum length of an e-mail address: 254 (RFC 5321).</summary>
    public const int MaxEmailLength = 254;

    /// <summary>The maximum length of the name of a storage region or of another system: 64.</summary>
    public const int MaxTokenLength = 64;

    /// <summary>The maximum length of the id of a time zone: 64.</summary>
    public const int MaxTimeZoneLength = 64;

    /// <summary>The maximum number of items in a list of a draft, such as its contacts: 5,000.</summary>
    public const int MaxItems = 5_000;

    // C0, DEL and C1.
    private static readonly SearchValues<char> Controls = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c)).Select(c => (char)c),
    ]);

    private static readonly SearchValues<char> ControlsButLineBreaks = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c) && c is not ('\r' or '\n')).Select(c => (char)c),
    ]);

    private static readonly SearchValues<char> Surrogates = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    /// <summary>Returns whether a text is missing: null, empty, or only white space and invisible characters.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when the text has no visible character.</returns>
    public static bool IsMissing([NotNullWhen(false)] string? text) => text is null || Invisible.IsAll(text);

    /// <summary>Returns whether a text contains invisible characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="allowJoiners">
    /// Whether one joiner or variation selector is allowed after a character that it can affect, as in Persian and Indic names and in
    /// emoji.
    /// </param>
    /// <returns>True when the text contains invisible characters; false for null.</returns>
    /// <remarks>
    /// Invisible characters are those that Unicode ignores by default, such as U+200B, the soft hyphen and bidirectional controls, and
    /// separators of lines and paragraphs.
    /// </remarks>
    public static bool HasInvisibles(string? text, bool allowJoiners = false) => text is not null && Invisible.IsIn(text, allowJoiners);

    /// <summary>Returns whether a text contains a control character, such as a tab or a null character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lineBreaks">Whether line breaks are allowed, as in an address.</param>
    /// <returns>True when the text contains a control character; false for null.</returns>
    public static bool HasControls(string? text, bool lineBreaks = false) =>
        text.AsSpan().ContainsAny(lineBreaks ? ControlsButLineBreaks : Controls);

    /// <summary>Returns whether every surrogate of a text is paired, so that the text can be stored as UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <returns>False when the text contains an unpaired surrogate; true for null.</returns>
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

    /// <summary>Returns whether a store can store a text: it is well-formed and has no NUL character, which PostgreSQL refuses.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when the text can be stored; true for null.</returns>
    public static bool IsStorable(string? text) => !text.AsSpan().Contains('\0') && IsWellFormed(text);

    // Ids are compared exactly, so that surrounding white space is not allowed.
    internal static bool IsId(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= MaxIdLength && !HasControls(text) && IsWellFormed(text) && text.Trim() == text;

    /// <summary>Returns a text without surrounding white space, or throws an exception when it is missing or not valid.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name of the parameter, for the exception.</param>
    /// <param name="maxLength">The maximum number of UTF-16 code units.</param>
    /// <returns>The text without surrounding white space.</returns>
    /// <exception cref="ArgumentException">
    /// The text is missing, too long or malformed, or contains control characters. The message does not contain the text.
    /// </exception>
    public static string Demand([NotNull] string? text, string name, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException("The text must not be empty or white space.", name);
        }

        return DemandOptional(text, name, maxLength)!;
    }

    /// <summary>Returns an optional text without surrounding white space, or throws an exception when it is not valid.</summary>
    /// <param name="text">The text; null, empty or white space for no text.</param>
    /// <param name="name">The name of the parameter, for the exception.</param>
    /// <param name="maxLength">The maximum number of UTF-16 code units.</param>
    /// <param name="lineBreaks">Whether line breaks are allowed.</param>
    /// <returns>The text without surrounding white space; null when there is no text.</returns>
    /// <exception cref="ArgumentException">
    /// The text is too long or malformed, or contains control characters. The message does not contain the text.
    /// </exception>
    public static string? DemandOptional(string? text, string name, int maxLength, bool lineBreaks = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (text.Length > maxLength)
        {
            throw new ArgumentException($"The text is longer than {maxLength} characters.", name);
        }

        if (HasControls(text, lineBreaks) || !IsWellFormed(text))
        {
            throw new ArgumentException("The text contains control characters or an unpaired surrogate.", name);
        }

        return text.Trim();
    }

#pragma warning disable CA1308 // Vendors write regions and names of systems in lower case, and users see them.
    internal static string Lower(string text) => text.Trim().ToLowerInvariant();
#pragma warning restore CA1308
}
