using CsCheck;

namespace Msp.Customers.ImportExport.Tests.Import;

// The batch size must not change the result of an import. Names and references that one customer releases and another takes are an
// exception: the rules evaluate them against the state after the batch.
public sealed class BatchTests
{
    private const string Header = "Id,AccountName,OrganizationName,TenantType,References\n";
    private static readonly int[] Sizes = [2, 3, 500];

    private static readonly Gen<string> Customer =
        from id in Gen.Int[1, 14]
        from name in Gen.Int[1, 14]
        from reference in Gen.Int[1, 40]
        from fault in Gen.Frequency(
            (12, Gen.Const("")),
            (1, Gen.Const("name")),
            (1, Gen.Const("cell")),
            (1, Gen.Const("id")),
            (1, Gen.Const("type"))
        )
        select $"{(fault == "id" ? "" : $"c-{id}")},{(fault == "name" ? "" : "Any")},Org {name},"
            + $"{(fault == "type" ? "paying" : "")},{(reference < 14 ? $"psa:{reference}" : "")}{(fault == "cell" ? "," : "")}\n";

    private static readonly Gen<string> Contact =
        from fault in Gen.Frequency((8, Gen.Const("")), (1, Gen.Const("mail")), (1, Gen.Const("cell")), (1, Gen.Const("id")))
        from id in Gen.Int[1, 15]
        select $"{(fault == "id" ? "" : $"c-{id}")},Ada,{(fault == "mail" ? "ada" : "")}{(fault == "cell" ? "," : "")}\n";

    private static readonly Gen<(
        string[] Stored,
        string[] Customers,
        string[] Contacts,
        bool IsSorted,
        bool IsRefused,
        ImportOptions Options
    )> Import = Gen.Select(
        Customer.Array[0, 5],
        Customer.Array[0, 16],
        Contact.Array[0, 10],
        Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))),
        Gen.Frequency((6, Gen.Const(false)), (1, Gen.Const(true))),
        Gen.Select(
            Gen.Bool,
            Gen.Bool,
            Gen.Bool,
            Gen.OneOf(0, 2, 1_000),
            (dry, skip, edit, max) =>
                new ImportOptions
                {
                    DryRun = dry,
                    SkipRefused = skip,
                    EditStored = edit,
                    MaxViolations = max,
                }
        )
    );

    [Fact]
    public void The_result_of_an_import_does_not_depend_on_the_batch_size() =>
        Import.Sample(
            drawn =>
            {
                if (drawn.Options.EditStored && PassesOn(drawn.Stored, drawn.Customers))
                {
                    return;
                }

                var one = Run(drawn, 1);
                foreach (var size in Sizes)
                {
                    Run(drawn, size).Should().BeEquivalentTo(one, "the batches are of {0}", size);
                }
            },
            iter: 1_000
        );

    // Whether a row could take a name or a reference that the row of another customer releases.
    private static bool PassesOn(string[] stored, string[] rows)
    {
        var (before, after) = (
            stored.Select(r => r.TrimEnd('\n').Split(',')).ToList(),
            rows.Select(r => r.TrimEnd('\n').Split(',')).ToList()
        );
        return IsPassedOn(2) || IsPassedOn(4);

        bool IsPassedOn(int column) =>
            before.Exists(s =>
                s[column].Length > 0
                && after.Exists(r => r[0] == s[0] && r[column] != s[column])
                && after.Exists(r => r[0] != s[0] && r[column] == s[column])
            );
    }

    private static (string Report, string[] Violations, string[] Stored) Run(
        (string[] Stored, string[] Customers, string[] Contacts, bool IsSorted, bool IsRefused, ImportOptions Options) drawn,
        int size
    )
    {
        using var host = new TestHost();
        host.ImportAsync(Header + string.Concat(drawn.Stored), options: new ImportOptions { SkipRefused = true }).Wait();
        var contacts = drawn.IsSorted
            ? drawn.Contacts.OrderBy(c => Array.FindIndex(drawn.Customers, x => x.Split(',')[0] == c.Split(',')[0]))
            : drawn.Contacts.AsEnumerable();
        var report = host.ImportAsync(
            Header + string.Concat(drawn.Customers) + (drawn.IsRefused ? "c-99,\"open" : ""),
            $"CustomerId,Name,Email\n{string.Concat(contacts)}",
            options: drawn.Options with
            {
                BatchSize = size,
            }
        ).Result;
        return (
            $"{report.IsStored} {report.Added} {report.Edited} {report.Unchanged} "
                + $"{report.Different} {report.Refused} {report.ViolationCount} {report.ErrorCount}",
            [.. report.Violations.Select(v => v.ToString())],
            [
                .. host
                    .Customers.ListAsync()
                    .Result.Select(c =>
                        $"{c.Id} {c.Version} {c.Account.OrganizationName} "
                        + $"{string.Join(' ', c.References)} {string.Join(' ', c.Contacts.Select(p => p.Number))}"
                    ),
            ]
        );
    }
}
