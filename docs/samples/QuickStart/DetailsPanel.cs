using System.Globalization;
using Msp.Customers;
using Msp.Customers.AspNetCore;
using Msp.Customers.Usage;
using NodaTime.Text;
using Spectre.Console;

namespace QuickStart;

/// <summary>Formats the Customer Details page.</summary>
internal static class DetailsPanel
{
    public static Panel Whole(CustomerDetails details)
    {
        var (grid, plan, credits) = (Grid(), details.Plan, details.StorageAndCredits);
        Row(grid, "Account", details.Account.AccountName, details.Account.OrganizationName);
        Row(grid, "Address", details.Account.Address);
        Row(grid, "Phone", details.Account.PhoneNumber);
        Row(grid, "Status", $"{details.Status} on {Cells.Iso(details.Date)}");
        Row(grid, "Service plan", plan.Plan is { } stored ? $"{stored.Name} ({stored.Edition})" : plan.Id?.Value);
        Row(grid, "Tenant type", plan.TenantType + (plan.EvaluationEndDate is { } end ? $", last day {Cells.Iso(end)}" : ""));
        Row(grid, "License", plan.LicenseExpiryDate is { } expiry ? $"last day {Cells.Iso(expiry)}" : "no end");
        Row(grid, "Storage", credits.Regions.Select(r => r.Name));
        Row(grid, "Credits", credits.Quotas.Select(Quota));
        Row(grid, "Usage", credits.Usage is { } usage ? Used(usage) : ["not connected"]);
        Row(grid, "Forecast", credits.Usage?.Forecast is { } forecast ? Expected(forecast) : []);
        Row(grid, "Why", credits.Decision.Explain());
        Row(grid, "Contacts", details.Contacts.Select(Contact));
        Row(grid, "Backup jobs", Part(details.BackupJobs, j => $"{j.Succeeded} succeeded, {j.Failed} failed, {j.Running} running"));
        Row(grid, "Data protection", Part(details.DataProtection, p => $"{p.ProtectedSources} protected, {p.UnprotectedSources} not"));
        Row(
            grid,
            "Utilization",
            Part(details.ServiceUtilization, u => string.Join(", ", u.Services.Select(s => $"{s.Service} {s.Used} {s.Unit}")))
        );
        Row(grid, "Storage growth", Part(details.StorageGrowth, g => $"{g.Points.Count} days"));
        Row(grid, "Cloud status", Part(details.CloudStatus, s => s.Health.ToString()));
        Row(grid, "Console", Part(details.Console, c => $"{c.Address}\nuntil {InstantPattern.General.Format(c.ExpiresAt)}"));
        return Panel($"Customer Details: {details.Id}", grid);
    }

    public static Panel AfterEdit(CustomerDetails details)
    {
        var grid = Grid();
        Row(grid, "Address", details.Account.Address);
        Row(grid, "Contacts", details.Contacts.Select(Contact));
        return Panel($"{details.Account.AccountName}: address edited, contact added and edited", grid);
    }

    private static Grid Grid() => new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();

    private static void Row(Grid grid, string label, params IEnumerable<string?> lines) =>
        grid.AddRow(new Text(label, new Style(decoration: Decoration.Bold)), Cells.Lines(lines));

    private static Panel Panel(string header, Grid grid) => new Panel(grid).Header(Markup.Escape(Cells.Clean(header))).RoundedBorder();

    private static string Quota(QuotaDetails quota) =>
        $"#{quota.Number}: {quota.Limit}, {quota.Period}, {State(quota.State)}{(quota.DaysLeft is { } days ? $", {days} days left" : "")}"
        + (quota.Balance is { } balance ? $", {Balance(balance)}" : "");

    private static string Balance(QuotaBalance balance) =>
        string.Join(
            ", ",
            new[]
            {
                $"{Cells.Number(balance.Consumed)} used"
                    + (balance.PercentUsed is { } percent ? $" ({percent.ToString("0.##", CultureInfo.InvariantCulture)} %)" : ""),
                balance.Remaining is { } left ? $"{Cells.Number(left)} left" : null,
                balance.IsExhausted ? "exhausted" : null,
                balance.Expired > 0 ? $"{Cells.Number(balance.Expired)} expired" : null,
                balance.CarriedOver > 0 ? $"{Cells.Number(balance.CarriedOver)} carried over" : null,
                balance.Voided > 0 ? $"{Cells.Number(balance.Voided)} voided" : null,
            }.Where(t => t is not null)
        );

    private static string[] Used(UsageDetails usage) =>
        [
            $"{Cells.Number(usage.Used)} used, {Cells.Number(usage.Overage)} of it not covered; "
                + $"quotas have {Cells.Number(usage.Totals.Remaining)} left",
            $"last {usage.LastDays.Count} days: {Cells.Number(usage.LastDays.Sum(d => d.Credits))} "
                + $"on {usage.LastDays.Count(d => d.Credits > 0)} days, "
                + $"at most {Cells.Number(usage.LastDays.Max(d => d.Credits))} on one",
        ];

    private static string[] Expected(ForecastDetails forecast) =>
        [
            $"{Cells.Number(decimal.Round(forecast.CreditsPerDay, 6))} a day: credits "
                + $"{(forecast.RunsOutOn is { } day ? $"run out on {Cells.Iso(day)}" : $"last through {Cells.Iso(forecast.Through)}")}",
        ];

    private static string State(PeriodState state) =>
        state switch
        {
            PeriodState.NotStarted => "not started",
            PeriodState.Ended => "ended",
            _ => "in force",
        };

    private static string Contact(Contact contact) =>
        string.Join(
            ", ",
            new[] { contact.Name, contact.Email, contact.PhoneNumber, contact.IsPrimary ? "primary" : null, Roles(contact.Roles) }.Where(
                t => t is not null
            )
        );

    private static string? Roles(ContactRoles roles) => roles == ContactRoles.None ? null : roles.ToString();

    private static string Part<T>(ExternalSection<T> part, Func<T, string> show)
        where T : class =>
        part.Value is { } value
            ? show(value)
            : part.State switch
            {
                ExternalSectionState.NotConnected => "not connected",
                ExternalSectionState.None => "none",
                ExternalSectionState.TimedOut => "no answer in time",
                _ => "could not be read",
            };
}
