using System.Globalization;
using System.Text;

namespace Msp.Customers.ImportExport.Tests.Import;

[Collection(nameof(Measured))]
public sealed class ManyCustomersTests
{
    // MSP_CUSTOMERS_IMPORTED=100000 is the size that docs/import-export.md names.
    private static readonly int Size = int.Parse(
        Environment.GetEnvironmentVariable("MSP_CUSTOMERS_IMPORTED") ?? "5000",
        CultureInfo.InvariantCulture
    );

    private static readonly CsvFiles Files = new(
        () =>
            new RowStream(
                "Id,AccountName,OrganizationName,Address,References\n",
                Size,
                n => $"c-{n},Name {n},Org {n},\"{n} Harbour Road\nBremen\",psa:{n}\n"
            ),
        () => new RowStream("CustomerId,Name,Email\n", Size, n => $"c-{n},Ada Example,ada@c{n}.example\n"),
        () => new RowStream("CustomerId,Credits,EffectiveDate,EndDate\n", Size, n => $"c-{n},{n}.5,2026-03-01,2026-03-30\n")
    );

    [Fact]
    public async Task Many_customers_are_imported_and_unchanged_in_a_second_import()
    {
        using var host = new TestHost();

        var first = await host.Importer.RunAsync(Files);
        var second = await host.Importer.RunAsync(Files);

        first
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Added = Size,
                    ViolationCount = 0,
                }
            );
        second
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Added = 0,
                    Unchanged = Size,
                    ViolationCount = 0,
                }
            );
    }

    [Fact]
    public async Task An_import_keeps_less_than_400_bytes_for_each_customer()
    {
        using var host = new TestHost();
        var (first, last) = (0L, 0L);
        var progress = new SynchronousProgress<ImportProgress>(p =>
        {
            if (p.Phase == ImportPhase.Checking && p.Done % 1_000 == 0)
            {
                last = GC.GetTotalMemory(forceFullCollection: true);
                first = first == 0 ? last : first;
            }
        });

        await host.Importer.RunAsync(Files, new ImportOptions { DryRun = true }, progress);

        first.Should().BePositive();
        ((last - first) / (Size - 1_000)).Should().BeLessThan(400);
    }

    // Creates rows as they are read.
    private sealed class RowStream(string header, int count, Func<int, string> row) : Stream
    {
        private byte[] current = Encoding.UTF8.GetBytes(header);
        private int at;
        private int rows;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count1)
        {
            if (at == current.Length && rows < count)
            {
                (current, at) = (Encoding.UTF8.GetBytes(row(++rows)), 0);
            }

            var read = Math.Min(count1, current.Length - at);
            current.AsSpan(at, read).CopyTo(buffer.AsSpan(offset));
            at += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
