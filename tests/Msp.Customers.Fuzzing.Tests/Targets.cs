using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Msp.Customers.ImportExport;
using Msp.Customers.Usage;

namespace Msp.Customers.Fuzzing.Tests;

// Everything that reads text from outside, fed with any bytes. What it may answer with is what its documentation says; anything else is a fault.
internal static class Targets
{
    private static readonly byte[] Parting = "\n====\n"u8.ToArray();

    public static IReadOnlyDictionary<string, Func<byte[], Task>> All { get; } =
        new Dictionary<string, Func<byte[], Task>>
        {
            ["draft"] = DraftAsync,
            ["snapshot"] = SnapshotAsync,
            ["usage"] = UsageAsync,
            ["csv"] = CsvAsync,
            ["listings"] = ListingsAsync,
            ["token"] = TokenAsync,
        };

    // What the rules let pass is a customer that can be stored and read back.
    private static async Task DraftAsync(byte[] bytes)
    {
        using var host = new Host();
        try
        {
            var draft = JsonSerializer.Deserialize<CustomerDraft>(bytes) ?? new CustomerDraft();
            var customer = await host.Get<CustomerRepository>().AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
            (await host.Get<CustomerRepository>().GetByIdAsync(customer.Id))!.ToSnapshot().Should().BeEquivalentTo(customer.ToSnapshot());
        }
        catch (Exception e) when (e is JsonException or RuleViolationException)
        {
            // Refused, as it may be.
        }
    }

    private static Task SnapshotAsync(byte[] bytes)
    {
        try
        {
            var snapshot = JsonSerializer.Deserialize<CustomerSnapshot>(bytes) ?? new CustomerSnapshot();
            var customer = Customer.FromSnapshot(snapshot);
            Customer.FromSnapshot(customer.ToSnapshot()).ToSnapshot().Should().BeEquivalentTo(customer.ToSnapshot());
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // Refused, as it may be.
        }

        return Task.CompletedTask;
    }

    // What was posted is there, and posted again is a replay.
    private static async Task UsageAsync(byte[] bytes)
    {
        using var host = new Host();
        var customer = await host.Get<CustomerRepository>().AddAsync(Valid.Customer());
        try
        {
            var draft = JsonSerializer.Deserialize<UsageDraft>(bytes) ?? new UsageDraft();
            draft.Customer = customer.Id.Value;
            await host.Get<UsageLedger>().PostAsync([draft]);
            (await host.Get<UsageLedger>().PostAsync([draft])).Receipts[0].IsReplay.Should().BeTrue();
        }
        catch (Exception e) when (e is JsonException or RuleViolationException)
        {
            // Refused, as it may be.
        }
    }

    // The files of customers, contacts and quotas one after the other. What was imported is exported as files that hold the same.
    private static async Task CsvAsync(byte[] bytes)
    {
        using var host = new Host();
        var parts = Parts(bytes);
        var import = host.Get<CustomerImport>();
        var options = new ImportOptions { SkipRefused = true, BatchSize = 5 };
        var report = await import.RunAsync(new CsvFiles(parts[0]!, parts[1], parts[2]), options);
        var stored = await host.Get<CustomerRepository>().CountAsync();
        stored.Should().Be(report.IsStored ? (int)report.Added : 0);
        using var customers = new MemoryStream();
        using var contacts = new MemoryStream();
        using var quotas = new MemoryStream();
        await host.Get<CustomerExport>().WriteAsync(new CsvStreams(customers, contacts, quotas));
        var again = await import.RunAsync(new CsvFiles(Again(customers), Again(contacts), Again(quotas)), options);
        (again.Added, again.Unchanged).Should().Be((0, stored));
    }

    private static async Task ListingsAsync(byte[] bytes)
    {
        using var host = new Host();
        var parts = Parts(bytes);
        var report = await host.Get<CustomerImport>()
            .RunAsync(new VendorListings(parts[0]!, parts[1], parts[2]), new ImportOptions { SkipRefused = true, BatchSize = 5 });
        var stored = await host.Get<CustomerRepository>().CountAsync();
        stored.Should().Be(report.IsStored ? (int)report.Added : 0);
    }

    // As a token, and as what stands in one after the mark of its list.
    private static async Task TokenAsync(byte[] bytes)
    {
        using var host = new Host();
        foreach (var name in new[] { "Anna", "Berta", "Carla" })
        {
            await host.Get<CustomerRepository>().AddAsync(Valid.Customer(name));
        }

        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            var first = await host.Get<CustomerRepository>().RowsAsync(new CustomerPageRequest { Sort = sort, Size = 1 });
            var mark = Base64Url.DecodeFromChars(first.NextToken)[..8];
            await AskAsync(Encoding.UTF8.GetString(bytes));
            await AskAsync(Base64Url.EncodeToString([.. mark, .. bytes]));

            async Task AskAsync(string token)
            {
                try
                {
                    (await host.Get<CustomerRepository>().RowsAsync(new CustomerPageRequest { Sort = sort, Token = token }))
                        .Items.Count.Should()
                        .BeLessThanOrEqualTo(3);
                }
                catch (RuleViolationException)
                {
                    // Refused, as it may be.
                }
            }
        }
    }

    // Null for a file that is not there; the first is there always.
    private static List<Func<Stream>?> Parts(byte[] bytes)
    {
        var parts = new List<Func<Stream>?>();
        for (var start = 0; parts.Count < 3; )
        {
            var (from, length) = (start, bytes.AsSpan(start).IndexOf(Parting));
            var to = length < 0 ? bytes.Length : start + length;
            parts.Add(parts.Count > 0 && from >= bytes.Length ? null : () => new MemoryStream(bytes, from, to - from));
            start = Math.Min(bytes.Length, to + Parting.Length);
        }

        return parts;
    }

    private static Func<Stream> Again(MemoryStream written) => () => new MemoryStream(written.ToArray());
}
