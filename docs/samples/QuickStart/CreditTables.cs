using Msp.Customers.Usage;
using Spectre.Console;

namespace QuickStart;

/// <summary>Formats credits as tables.</summary>
internal static class CreditTables
{
    public static Table Of(Statement statement)
    {
        var table = Table("Quota", "Opening", "Granted", "Consumed", "Expired", "Voided", "Carried over", "Closing");
        foreach (var line in statement.Lines)
        {
            Row(
                table,
                [
                    $"#{line.Quota.Number}: {line.Quota.Limit}",
                    .. new[]
                    {
                        line.Opening,
                        line.Granted,
                        line.Consumed,
                        line.Expired,
                        line.Voided,
                        line.CarriedOver,
                        line.Closing,
                    }.Select(Cells.Number),
                ]
            );
        }

        return table;
    }

    public static string Sums(Statement statement) =>
        $"Used {Cells.Number(statement.Used)}, of which no quota covered {Cells.Number(statement.Overage)}.";

    public static Table Of(Forecast forecast)
    {
        var table = Table("Credits a day", "Run out on", "Expected overage", "Expected to expire");
        Row(
            table,
            [
                Cells.Number(decimal.Round(forecast.CreditsPerDay, 6)),
                Cells.Iso(forecast.RunsOutOn) ?? "not in this time",
                Cells.Number(forecast.ExpectedOverage),
                forecast.ExpectedToExpire.Count == 0
                    ? "nothing"
                    : string.Join('\n', forecast.ExpectedToExpire.Select(e => $"#{e.QuotaNumber}: {Cells.Number(e.Credits)}")),
            ]
        );
        return table;
    }

    public static Table Of(IReadOnlyList<Alert> alerts)
    {
        var table = Table("Key", "What");
        foreach (var alert in alerts)
        {
            Row(table, [alert.Key, Words(alert)]);
        }

        if (alerts.Count == 0)
        {
            Row(table, ["-", "none"]);
        }

        return table;
    }

    private static string Words(Alert alert) =>
        alert.Kind switch
        {
            AlertKind.PercentReached => $"Quota {alert.QuotaNumber} has used {Cells.Number(alert.Threshold)} % of its credits.",
            AlertKind.PercentExceeded => $"Quota {alert.QuotaNumber} has used more than {Cells.Number(alert.Threshold)} % of its credits.",
            AlertKind.OverageStarted => "Credits were used that no quota covered.",
            AlertKind.QuotaStarted => $"Quota {alert.QuotaNumber} came into force.",
            AlertKind.QuotaEndsSoon => $"Quota {alert.QuotaNumber} has no more than {Cells.Number(alert.Threshold)} days left.",
            _ => $"Quota {alert.QuotaNumber} ended.",
        };

    private static Table Table(params string[] headers) => new Table().RoundedBorder().AddColumns(headers);

    private static void Row(Table table, IEnumerable<string> cells) => table.AddRow(cells.Select(c => Cells.Text(c)));
}
