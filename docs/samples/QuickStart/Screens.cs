using Msp.Customers;
using Msp.Customers.Details;
using Msp.Customers.Rules;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace QuickStart;

/// <summary>The pages, in a terminal.</summary>
internal sealed class Screens(IAnsiConsole console)
{
    public void Outcome(RegistrationOutcome outcome)
    {
        console.MarkupLineInterpolated(
            $"[bold]{outcome.Registered}[/] customers registered, [bold]{outcome.AlreadyRegistered}[/] already registered, [bold]{outcome.Refused.Count}[/] rows refused; [bold]{outcome.Plans}[/] new service plans.");
        Rows("Refused", outcome.Refused);
        Rows("Saved with warnings", outcome.Warned);
    }

    public void CustomersPage(IReadOnlyList<Customer> customers, int number)
    {
        var table = new Table().RoundedBorder().Title($"[bold]Customers[/], page {number}");
        table.AddColumns("Name", "Service Plan", "Tenant Type", "Storage Region", "Credit Quota", "Effective Date", "End Date", "License Expiry", "Status");
        foreach (var customer in customers)
        {
            table.AddRow(
                Text(customer.Account.AccountName),
                Text(customer.ServicePlan?.Value),
                Text(customer.TenantType.ToString()),
                Lines(customer.StorageRegions.Select(r => r.Name)),
                Lines(customer.Quotas.Select(q => q.Limit.ToString())),
                Lines(customer.Quotas.Select(q => Iso(q.EffectiveDate))),
                Lines(customer.Quotas.Select(q => Iso(q.EndDate) ?? "open")),
                Text(Iso(customer.LicenseExpiryDate)),
                Text(customer.Status.ToString()));
        }

        console.Write(table);
    }

    public void Edited(Customer customer) =>
        console.MarkupLineInterpolated(
            $"Edited [bold]{customer.Account.AccountName}[/]: a new address, and a contact added and given a phone number. Saved as version {customer.Version}.");

    public void Details(CustomerDetails details)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        void Row(string label, params IEnumerable<string?> lines) => grid.AddRow(new Markup($"[bold]{label}[/]"), Lines(lines));

        Row("Account", details.Account.AccountName, details.Account.OrganizationName);
        Row("Address", details.Account.Address);
        Row("Phone", details.Account.PhoneNumber);
        Row("Status", $"{details.Status} on {Iso(details.Date)}");
        Row("Service plan", details.Plan.Plan is { } plan ? $"{plan.Name} ({plan.Edition})" : details.Plan.Id?.Value);
        Row("Tenant type", details.Plan.TenantType + (details.Plan.EvaluationEndDate is { } end ? $", last day {Iso(end)}" : ""));
        Row("License", details.Plan.LicenseExpiryDate is { } expiry ? $"last day {Iso(expiry)}" : "no end");
        Row("Storage", details.StorageAndCredits.Regions.Select(r => r.Name));
        Row("Credits", details.StorageAndCredits.Quotas.Select(q =>
            $"#{q.Number}: {q.Limit}, {q.Period}, {q.State}" + (q.DaysLeft is { } days ? $", {days} days left" : "")));
        Row("Why", details.StorageAndCredits.Decision.Explain());
        Row("Contacts", details.Contacts.Select(c =>
            string.Join(", ", new[] { c.Name, c.Email, c.PhoneNumber, c.IsPrimary ? "primary" : null, $"{c.Roles}" }.Where(t => t is not null))));
        Row("Backup jobs", Part(details.BackupJobs, j => $"{j.Succeeded} succeeded, {j.Failed} failed, {j.Running} running"));
        Row("Data protection", Part(details.DataProtection, p => $"{p.ProtectedSources} protected, {p.UnprotectedSources} not"));
        Row("Utilization", Part(details.ServiceUtilization, u => string.Join(", ", u.Services.Select(s => $"{s.Service} {s.Used} {s.Unit}"))));
        Row("Storage growth", Part(details.StorageGrowth, g => $"{g.Points.Count} days"));
        Row("Cloud status", Part(details.CloudStatus, s => s.Health.ToString()));
        Row("Console", Part(details.Console, c => $"{c.Address} (until {InstantPattern.General.Format(c.ExpiresAt)})"));
        console.Write(new Panel(grid).Header($"[bold]Customer Details[/]: {Markup.Escape(details.Id.Value)}").RoundedBorder());
    }

    private static string Part<T>(HostPart<T> part, Func<T, string> show)
        where T : class => part.Value is { } value ? show(value) : part.State switch
        {
            HostPartState.NotConnected => "not connected",
            HostPartState.None => "none",
            HostPartState.TimedOut => "no answer in time",
            _ => "could not be read",
        };

    private static string? Iso(LocalDate? date) => date is { } d ? LocalDatePattern.Iso.Format(d) : null;

    private static Text Text(string? text) => new(text ?? "-");

    private static Text Lines(IEnumerable<string?> lines) => Text(string.Join('\n', lines.Where(l => l is not null)) is { Length: > 0 } text ? text : null);

    private void Rows(string title, IReadOnlyList<RefusedRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var table = new Table().RoundedBorder().Title($"[bold]{title}[/]").AddColumns("Row", "Id", "Code", "Member", "Why");
        foreach (var row in rows)
        {
            foreach (var violation in row.Violations)
            {
                var color = violation.Severity == Severity.Error ? Color.Red : Color.Yellow;
                table.AddRow(
                    Text(row.Place), Text(row.Id), new Text(violation.Code, new Style(color)), Text(violation.Path), Text(violation.Message));
            }
        }

        console.Write(table);
    }
}
