using System.Globalization;
using Msp.Customers.Parsing;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers.ImportExport;

// A cell that is read for a member. A text that cannot be read becomes a violation, and its value is null.
internal readonly record struct Cell(string Written, string Path, LocalDatePattern? Dates, ICollection<Violation> Unreadable)
{
    // The number of digits that a decimal holds without rounding.
    private const int MaxDigits = 28;

    private static readonly ExternalNames<YesOrNo> Flags = new(
        ("true", YesOrNo.Yes),
        ("false", YesOrNo.No),
        ("1", YesOrNo.Yes),
        ("0", YesOrNo.No)
    );

    private enum YesOrNo
    {
        No,
        Yes,
    }

    public string? Text => string.IsNullOrWhiteSpace(Written) ? null : Written;

    public bool Flag => Flags.Read(Written, Path, Unreadable) == YesOrNo.Yes;

    public LocalDate? Date
    {
        get
        {
            if (Dates is null || Text is null)
            {
                return ExternalDate.Read(Text, Path, Unreadable);
            }

            if (Dates.Parse(Written.Trim()).TryGetValue(default, out var date) && SupportedDates.Contains(date))
            {
                return date;
            }

            Unreadable.Add(UnreadableText.InvalidDate.Violated(Path));
            return null;
        }
    }

    public decimal? Number
    {
        get
        {
            if (Text is null)
            {
                return null;
            }

            if (
                Written.Count(char.IsAsciiDigit) <= MaxDigits
                && decimal.TryParse(
                    Written.Trim(),
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                )
            )
            {
                return number;
            }

            Unreadable.Add(ImportExportCodes.InvalidNumber.Violated(Path, ("Max", MaxDigits)));
            return null;
        }
    }

    public int? Whole
    {
        get
        {
            if (Text is null)
            {
                return null;
            }

            if (int.TryParse(Written.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            Unreadable.Add(ImportExportCodes.InvalidNumber.Violated(Path, ("Max", 9)));
            return null;
        }
    }

    public IEnumerable<string> Items => Pairs.Select(p => p.Second is null ? p.First : $"{p.First}:{p.Second}");

    public List<(string First, string? Second)> Pairs
    {
        get
        {
            if (ListCell.Split(Written) is { } items)
            {
                return items;
            }

            Unreadable.Add(ImportExportCodes.InvalidList.Violated(Path));
            return [];
        }
    }

    public T? Name<T>(ExternalNames<T> names)
        where T : struct, Enum => names.Read(Written, Path, Unreadable);

    public T Names<T>(ExternalNames<T> names, T none, Func<T, T, T> add)
        where T : struct, Enum
    {
        var (path, unreadable) = (Path, Unreadable);
        return Items
            .Select(item => names.Read(item, path, unreadable))
            .Aggregate(none, (all, next) => next is { } value ? add(all, value) : all);
    }
}
