using Msp.Customers;
using Msp.Customers.AspNetCore;
using Msp.Customers.Usage;
using Spectre.Console;

namespace QuickStart;

/// <summary>The pages in a terminal. When the terminal has fewer columns than <see cref="Wide"/>, columns are stacked.</summary>
internal sealed class Screens(IAnsiConsole console)
{
    private const int Wide = 132;

    public void Print(string text) => console.WriteLine(Cells.Clean(text));

    /// <summary>Prints the reason why the sample ends.</summary>
    public int PrintError(string message)
    {
        console.WriteLine(Cells.Clean(message), new Style(Color.Red));
        return 2;
    }

    public void Outcome(RegistrationOutcome outcome)
    {
        Print($"Service plans: {outcome.PlansRegistered} registered, {outcome.PlansAlreadyRegistered} already registered.");
        Print($"Customers: {outcome.Registered} registered, {outcome.AlreadyRegistered} already registered.");
        Print($"Rows refused: {outcome.Refused.Count}.");
        Rows("Refused", outcome.Refused);
        Rows("Warnings", outcome.Warned);
    }

    public void Outcome(UsageOutcome? outcome)
    {
        if (outcome is null)
        {
            Print("There is no usage: the folder has no usage.json.");
            return;
        }

        Print($"Usage: {outcome.Posted} posted, {outcome.PostedBefore} posted before.");
        if (outcome.Refused.Count > 0)
        {
            Print($"Customers whose usage is refused: {outcome.CustomersRefused}; a posting is all or nothing.");
        }

        Rows("Usage refused", outcome.Refused);
    }

    public void Credits(Customer customer, Statement statement, Forecast forecast, IReadOnlyList<Alert> alerts)
    {
        var name = Cells.Clean(customer.Account.AccountName);
        Write($"Statement of {name}, {statement.Period}", CreditTables.Of(statement));
        Print(CreditTables.Sums(statement));
        Write($"Forecast for {name} through {Cells.Iso(forecast.AtEnd.Date)}", CreditTables.Of(forecast));
        Write($"Alerts for {name} since {Cells.Iso(statement.Period.EffectiveDate)}", CreditTables.Of(alerts));
    }

    public void CustomersPage(IReadOnlyList<Customer> customers, int number)
    {
        var isWide = console.Profile.Width >= Wide;
        var table = Titled(number == 1 ? "Customers" : $"Customers, page {number}");
        table.ShowRowSeparators = !isWide;
        string[] headers =
        [
            "Name",
            "Service Plan",
            "Tenant Type",
            "Storage Region",
            "Credit Quota",
            "Effective Date",
            "End Date",
            "License Expiry",
            "Status",
        ];
        table.AddColumns(isWide ? headers : Stack(headers));
        foreach (var customer in customers)
        {
            string?[] cells =
            [
                customer.Account.AccountName,
                customer.ServicePlan?.Value,
                customer.TenantType.ToString(),
                Join(customer.StorageRegions.Select(r => r.Name)),
                Join(customer.Quotas.Select(q => q.Limit.ToString())),
                Join(customer.Quotas.Select(q => Cells.Iso(q.EffectiveDate))),
                Join(customer.Quotas.Select(q => Cells.Iso(q.EndDate) ?? "open")),
                Cells.Iso(customer.LicenseExpiryDate) ?? "no end",
                customer.Status.ToString(),
            ];
            table.AddRow((isWide ? cells : Stack([.. cells.Select(c => c ?? "-")])).Select(c => Cells.Text(c)));
        }

        console.Write(table);
    }

    public void Details(CustomerDetails details)
    {
        console.WriteLine();
        console.Write(DetailsPanel.Whole(details));
    }

    public void Edited(CustomerDetails details)
    {
        console.WriteLine();
        console.Write(DetailsPanel.AfterEdit(details));
    }

    public void Rows(string title, IReadOnlyList<RowViolations> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var isWide = console.Profile.Width >= Wide;
        var table = Titled(title);
        table.ShowRowSeparators = !isWide;
        table.AddColumn(new TableColumn("Row").NoWrap());
        table.AddColumns(isWide ? ["Id", "Code", "Member", "Why"] : ["Why"]);
        foreach (var row in rows)
        {
            if (!isWide)
            {
                table.AddRow(
                    Cells.Lines(row.Id, row.Place),
                    new Rows(row.Violations.SelectMany(v => new[] { Code(v), Cells.Text($"{v.Path}: {v.Message}") }))
                );
                continue;
            }

            foreach (var (index, violation) in row.Violations.Index())
            {
                table.AddRow(
                    Cells.Text(index == 0 ? row.Place : ""),
                    Cells.Text(index == 0 ? row.Id : ""),
                    Code(violation),
                    Cells.Text(violation.Path),
                    Cells.Text(violation.Message)
                );
            }
        }

        console.Write(table);
    }

    private void Write(string title, Table table)
    {
        Title(title);
        console.Write(table);
    }

    private Table Titled(string title)
    {
        Title(title);
        return new Table().RoundedBorder();
    }

    private void Title(string title)
    {
        console.WriteLine();
        console.WriteLine(title, new Style(decoration: Decoration.Bold));
    }

    private static Text Code(Violation violation) =>
        Cells.Text(violation.Code, violation.Severity == Severity.Error ? Color.Red : Color.Yellow);

    private static string? Join(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : null;

    // The name above plan, type and status; the region above the license; the three columns of the quota side by side.
    private static string[] Stack(string[] nine) =>
        [$"{nine[0]}\n{nine[1]}\n{nine[2]}\n{nine[8]}", $"{nine[3]}\n{nine[7]}", nine[4], nine[5], nine[6]];
}
