namespace Msp.Customers.ImportExport;

internal static class QuotaColumns
{
    private const string Unlimited = "unlimited";

    public static Schema<QuotaDraft> Schema { get; } =
        new(
            ImportFile.Quotas,
            nameof(CustomerId),
            new(nameof(QuotaDraft.Number), q => CellFormat.Whole(q.Number), (q, cell) => q.Number = cell.Whole ?? q.Number),
            new(nameof(QuotaDraft.Credits), q => q.Unlimited ? Unlimited : CellFormat.Number(q.Credits), ReadCredits),
            new(nameof(QuotaDraft.EffectiveDate), q => CellFormat.Date(q.EffectiveDate), (q, cell) => q.EffectiveDate = cell.Date),
            new(nameof(QuotaDraft.EndDate), q => CellFormat.Date(q.EndDate), (q, cell) => q.EndDate = cell.Date),
            new(nameof(QuotaDraft.VoidedFrom), q => CellFormat.Date(q.VoidedFrom), (q, cell) => q.VoidedFrom = cell.Date),
            new(nameof(QuotaDraft.Priority), q => CellFormat.Whole(q.Priority), (q, cell) => q.Priority = cell.Whole ?? 0),
            new(CarryOver(nameof(CarryOverDraft.From)), q => CellFormat.Whole(q.CarryOver?.From), ReadFrom),
            new(
                CarryOver(nameof(CarryOverDraft.MaxCredits)),
                q => CellFormat.Number(q.CarryOver?.MaxCredits),
                (q, cell) => Carry(q, cell, c => c.MaxCredits = cell.Number)
            ),
            new(
                CarryOver(nameof(CarryOverDraft.MaxPercent)),
                q => CellFormat.Number(q.CarryOver?.MaxPercent),
                (q, cell) => Carry(q, cell, c => c.MaxPercent = cell.Number)
            ),
            new(
                CarryOver(nameof(CarryOverDraft.Compounds)),
                q => q.CarryOver is { } carried ? CellFormat.Flag(carried.Compounds) : null,
                (q, cell) => Carry(q, cell, c => c.Compounds = cell.Flag)
            )
        );

    private static string CarryOver(string member) => $"{nameof(QuotaDraft.CarryOver)}.{member}";

    private static void ReadCredits(QuotaDraft quota, Cell cell)
    {
        quota.Unlimited = string.Equals(cell.Text?.Trim(), Unlimited, StringComparison.OrdinalIgnoreCase);
        quota.Credits = quota.Unlimited ? null : cell.Number;
    }

    // Read before the other columns of the carry-over: without this one there is no carry-over, unless another has a value.
    private static void ReadFrom(QuotaDraft quota, Cell cell)
    {
        if (cell.Whole is { } from)
        {
            (quota.CarryOver ??= new CarryOverDraft()).From = from;
        }
        else
        {
            quota.CarryOver = null;
        }
    }

    private static void Carry(QuotaDraft quota, Cell cell, Action<CarryOverDraft> read)
    {
        if (cell.Text is not null || quota.CarryOver is not null)
        {
            read(quota.CarryOver ??= new CarryOverDraft());
        }
    }
}
