using Msp.Customers.Quotas;

namespace Msp.Customers.Transfer.Columns;

internal static class QuotaColumns
{
    private const string Unlimited = "unlimited";

    public static Table<QuotaDraft> Table { get; } = new(
        TransferFile.Quotas,
        nameof(CustomerId),
        new(nameof(QuotaDraft.Number), q => Written.Whole(q.Number), (q, cell) => q.Number = cell.Whole ?? q.Number),
        new(nameof(QuotaDraft.Credits), q => q.Unlimited ? Unlimited : Written.Number(q.Credits), ReadCredits),
        new(nameof(QuotaDraft.EffectiveDate), q => Written.Date(q.EffectiveDate), (q, cell) => q.EffectiveDate = cell.Date),
        new(nameof(QuotaDraft.EndDate), q => Written.Date(q.EndDate), (q, cell) => q.EndDate = cell.Date),
        new(nameof(QuotaDraft.VoidedFrom), q => Written.Date(q.VoidedFrom), (q, cell) => q.VoidedFrom = cell.Date),
        new(nameof(QuotaDraft.Priority), q => Written.Whole(q.Priority), (q, cell) => q.Priority = cell.Whole ?? 0),
        new(CarryOver(nameof(CarryOverDraft.From)), q => Written.Whole(q.CarryOver?.From), ReadFrom),
        new(CarryOver(nameof(CarryOverDraft.MaxCredits)), q => Written.Number(q.CarryOver?.MaxCredits), (q, cell) => Carry(q, cell, c => c.MaxCredits = cell.Number)),
        new(CarryOver(nameof(CarryOverDraft.MaxPercent)), q => Written.Number(q.CarryOver?.MaxPercent), (q, cell) => Carry(q, cell, c => c.MaxPercent = cell.Number)),
        new(
            CarryOver(nameof(CarryOverDraft.Compounds)),
            q => q.CarryOver is { } carried ? Written.Flag(carried.Compounds) : null,
            (q, cell) => Carry(q, cell, c => c.Compounds = cell.Flag)));

    private static string CarryOver(string member) => $"{nameof(QuotaDraft.CarryOver)}.{member}";

    private static void ReadCredits(QuotaDraft quota, Cell cell)
    {
        quota.Unlimited = string.Equals(cell.Text?.Trim(), Unlimited, StringComparison.OrdinalIgnoreCase);
        quota.Credits = quota.Unlimited ? null : cell.Number;
    }

    // Read before the others: without it there is no carry-over, unless one of them says something.
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
