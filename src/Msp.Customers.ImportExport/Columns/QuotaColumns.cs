using NodaTime.Text;
using Column = Msp.Customers.ImportExport.Column<Msp.Customers.QuotaDraft>;

namespace Msp.Customers.ImportExport;

internal static class QuotaColumns
{
    private const string Unlimited = "unlimited";

    // CarryOver.From precedes the other columns of the carry-over: without it there is no carry-over, unless another one has a value.
    public static Schema<QuotaDraft> Schema { get; } =
        new(
            ImportFile.Quotas,
            nameof(CustomerId),
            Column.Of(nameof(QuotaDraft.Number), q => q.Number, (q, number) => q.Number = number ?? q.Number, CellText.ReadWhole),
            Column.Of<object>(
                nameof(QuotaDraft.Credits),
                q => q.Unlimited ? Unlimited : q.Credits,
                (q, credits) => (q.Unlimited, q.Credits) = (credits is string, credits as decimal?),
                ReadCredits
            ),
            Column.Of(nameof(QuotaDraft.EffectiveDate), q => q.EffectiveDate, (q, date) => q.EffectiveDate = date, CellText.ReadDate),
            Column.Of(nameof(QuotaDraft.EndDate), q => q.EndDate, (q, date) => q.EndDate = date, CellText.ReadDate),
            Column.Of(nameof(QuotaDraft.VoidedFrom), q => q.VoidedFrom, (q, date) => q.VoidedFrom = date, CellText.ReadDate),
            Column.Of(nameof(QuotaDraft.Priority), q => q.Priority, (q, priority) => q.Priority = priority ?? 0, CellText.ReadWhole),
            Column.Of(NameOf(nameof(CarryOverDraft.From)), q => q.CarryOver?.From, SetFrom, CellText.ReadWhole),
            CarryOver(nameof(CarryOverDraft.MaxCredits), c => c.MaxCredits, (c, max) => c.MaxCredits = max, CellText.ReadNumber),
            CarryOver(nameof(CarryOverDraft.MaxPercent), c => c.MaxPercent, (c, max) => c.MaxPercent = max, CellText.ReadNumber),
            CarryOver(nameof(CarryOverDraft.Compounds), c => c.Compounds, (c, flag) => c.Compounds = flag == true, CellText.ReadFlag)
        );

    private static object? ReadCredits(string text, LocalDatePattern? dates, ICollection<Violation> unreadable) =>
        string.Equals(text.Trim(), Unlimited, StringComparison.OrdinalIgnoreCase)
            ? Unlimited
            : CellText.ReadNumber(text, dates, unreadable);

    private static string NameOf(string member) => $"{nameof(QuotaDraft.CarryOver)}.{member}";

    private static void SetFrom(QuotaDraft quota, int? from)
    {
        quota.CarryOver = from is null ? null : quota.CarryOver ?? new CarryOverDraft();
        quota.CarryOver?.From = from;
    }

    private static Column CarryOver<TValue>(
        string member,
        Func<CarryOverDraft, TValue?> get,
        Action<CarryOverDraft, TValue?> set,
        ReadCell<TValue> read
    ) =>
        Column.Of(
            NameOf(member),
            q => q.CarryOver is null ? default : get(q.CarryOver),
            (q, value) =>
            {
                if (value is not null || q.CarryOver is not null)
                {
                    set(q.CarryOver ??= new CarryOverDraft(), value);
                }
            },
            read
        );
}
