using System.Globalization;
using System.Text.Json;

namespace Msp.Customers.StorageBenchmarks.Peers;

// A change log entry as a row of its table.
internal sealed class PlainChange
{
    public string Msp { get; set; } = PlainCustomer.OnlyMsp;

    public Guid Id { get; set; } = Guid.NewGuid();

    public string Subject { get; set; } = "Customer";

    public string SubjectId { get; set; } = "";

    public long Version { get; set; }

    public string Kind { get; set; } = "";

    public DateTime ChangedAt { get; set; } = DateTime.UtcNow;

    public string? By { get; set; }

    public string? Reason { get; set; }

    public string Members { get; set; } = "";

    public bool IsDelivered { get; set; }

    public static PlainChange Added(PlainCustomer customer) =>
        Of(
            customer,
            "Added",
            Values(customer)
                .Where(v => v.Value is not null)
                .OrderBy(v => v.Path, StringComparer.Ordinal)
                .Select(v => new Member(v.Path, null, v.Value))
        );

    public static PlainChange AddressChanged(PlainCustomer customer, string? from) =>
        Of(customer, "Changed", [new Member("Address", from, customer.Address)]);

    private static PlainChange Of(PlainCustomer customer, string kind, IEnumerable<Member> members) =>
        new()
        {
            SubjectId = customer.Id,
            Version = customer.Version,
            Kind = kind,
            Members = JsonSerializer.Serialize(members),
        };

    private static IEnumerable<(string Path, string? Value)> Values(PlainCustomer customer) =>
        [
            ("AccountName", customer.AccountName),
            ("OrganizationName", customer.OrganizationName),
            ("Address", customer.Address),
            ("PhoneNumber", customer.PhoneNumber),
            ("ServicePlan", customer.ServicePlan),
            ("TenantType", customer.TenantType),
            ("LicenseExpiryDate", Text(customer.LicenseExpiryDate)),
            ("RegisteredOn", Text(customer.RegisteredOn)),
            ("StorageRegions", string.Join(", ", customer.StorageRegions.Select(r => r.Name))),
            ("References", string.Join(", ", customer.References.Select(r => $"{r.System}:{r.Id}"))),
            .. customer.Quotas.SelectMany(q =>
                ((string, string?)[])
                    [
                        ($"Quotas[{q.Number}].Credits", (q.CreditMicros / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture)),
                        ($"Quotas[{q.Number}].EffectiveDate", Text(q.EffectiveDate)),
                        ($"Quotas[{q.Number}].EndDate", Text(q.EndDate)),
                        ($"Quotas[{q.Number}].Priority", q.Priority.ToString(CultureInfo.InvariantCulture)),
                    ]
            ),
            .. customer.Contacts.SelectMany(c =>
                ((string, string?)[])
                    [
                        ($"Contacts[{c.Number}].Name", c.Name),
                        ($"Contacts[{c.Number}].Email", c.Email),
                        ($"Contacts[{c.Number}].Roles", c.Roles == 0 ? "None" : c.Roles.ToString(CultureInfo.InvariantCulture)),
                        ($"Contacts[{c.Number}].IsPrimary", c.IsPrimary.ToString()),
                    ]
            ),
        ];

    private static string? Text(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture);

    private sealed record Member(string Path, string? Old, string? New);
}
