using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Msp.Customers.ImportExport;
using Msp.Customers.Usage;

namespace Msp.Customers.Fuzzing.Tests;

// Passes arbitrary bytes to everything that reads external text. Each result must be a documented one.
internal static class Targets
{
    private static readonly byte[] Separator = "\n====\n"u8.ToArray();

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

    // A customer that the rules accept can be stored and read.
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
            // A documented refusal.
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
            // A documented refusal.
        }

        return Task.CompletedTask;
    }

    // Posted usage is stored, and is a replay when it is posted again.
    private static async Task UsageAsync(byte[] bytes)
    {
        using var host = new Host();
        var customer = await host.Get<CustomerRepository>().AddAsync(Valid.Customer());
        try
        {
            var draft = JsonSerializer.Deserialize<UsageDraft>(bytes) ?? new UsageDraft();
            draft.Customer = customer.Id.Value;
            await host.Get<UsageLedger>().PostAsync([draft]);
            (await host.Get<UsageLedger>().PostAsync([draft]))[0].IsReplay.Should().BeTrue();
        }
        catch (Exception e) when (e is JsonException or RuleViolationException)
        {
            // A documented refusal.
        }
    }

    // The bytes contain the files of customers, contacts and quotas. An export of the imported customers contains the same values.
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
        var again = await import.RunAsync(new CsvFiles(Reopen(customers), Reopen(contacts), Reopen(quotas)), options);
        (again.Added, again.Unchanged).Should().Be((0, stored));
    }

    private static async Task ListingsAsync(byte[] bytes)
    {
        using var host = new Host();
        var parts = Parts(bytes);
        var report = await host.Get<CustomerImport>()
            .RunAsync(new VendorJsonFiles(parts[0]!, parts[1], parts[2]), new ImportOptions { SkipRefused = true, BatchSize = 5 });
        var stored = await host.Get<CustomerRepository>().CountAsync();
        stored.Should().Be(report.IsStored ? (int)report.Added : 0);
    }

    // Uses the bytes as a token, and as the content of a token after the mark of its list.
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
            await ReadPageAsync(Encoding.UTF8.GetString(bytes));
            await ReadPageAsync(Base64Url.EncodeToString([.. mark, .. bytes]));

            async Task ReadPageAsync(string token)
            {
                try
                {
                    (await host.Get<CustomerRepository>().RowsAsync(new CustomerPageRequest { Sort = sort, Token = token }))
                        .Items.Count.Should()
                        .BeLessThanOrEqualTo(3);
                }
                catch (RuleViolationException)
                {
                    // A documented refusal.
                }
            }
        }
    }

    // Null stands for a missing file. The first file always exists.
    private static List<Func<Stream>?> Parts(byte[] bytes)
    {
        var parts = new List<Func<Stream>?>();
        for (var start = 0; parts.Count < 3; )
        {
            var (from, length) = (start, bytes.AsSpan(start).IndexOf(Separator));
            var to = length < 0 ? bytes.Length : start + length;
            parts.Add(parts.Count > 0 && from >= bytes.Length ? null : () => new MemoryStream(bytes, from, to - from));
            start = Math.Min(bytes.Length, to + Separator.Length);
        }

        return parts;
    }

    private static Func<Stream> Reopen(MemoryStream written) => () => new MemoryStream(written.ToArray());
}
