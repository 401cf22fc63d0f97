using Msp.Customers.Names;

namespace Msp.Customers.Testing;

internal static class TextFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact(
                "Text with four-byte characters is read back unchanged",
                t => Written(t, "\U0001F600 \U0001D4B3 \U0001F468\u200D\U0001F469\u200D\U0001F467")
            ),
            Fact(
                "Text with combining marks is read back neither composed nor decomposed",
                t => Written(t, "e\u0301 \u00E9 \u0041\u030A \u212B \u1100\u1161")
            ),
            Fact("Right-to-left text is read back unchanged", t => Written(t, "\u05D0\u05D1 \u202E\u0634\u0631\u0643\u0629\u202C \u200F1")),
            Fact(
                "Quotes, wildcards, backslashes and semicolons are read back unchanged",
                t => Written(t, "O'Hara \"x\" %_*?[a-z]\\; DROP TABLE x --")
            ),
            Fact(
                "Text with letters without a simple case mapping is read back unchanged",
                t => Written(t, "stra\u00DFe \u0130\u0131Ii \u03A3\u03C3\u03C2 \uFB03 \u01C5")
            ),
            Fact(
                "Characters at the end of the Basic Multilingual Plane are read back unchanged",
                t => Written(t, "\uE000 \uFFFD \uFEFFx \u3000x \u00A0x")
            ),
            Fact("Names of 256 characters are read back completely", t => Longest(t, "n")),
            Fact("Names of 128 characters of four bytes each are read back completely", t => Longest(t, "\U0001F600")),
            Fact("Names of 256 characters of three bytes each are read back completely", t => Longest(t, "\u6F22")),
            Fact("The longest id, address, phone number, e-mail address, region and reference are read back completely", LongestOfAll),
            Fact("An address is read back with its line breaks", Lines),
            Fact("Ids that differ only in case, accents or width belong to different customers", Ids),
            Fact("Customers with quotes, wildcards and slashes in their ids are read back", OddIds),
            Fact("References that differ only in case or accents belong to different customers", References),
            Fact("A search by text does not interpret wildcards", Patterns),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Customers, body);

    private static async Task Written(Trial trial, string text)
    {
        var customer = SampleData.Customer(
            "Northwind",
            d =>
            {
                (d.AccountName, d.OrganizationName, d.Address) = (text, $"{text}!", text);
                d.Contacts[0].Name = text;
                d.References[0].Id = text;
            }
        );
        await CustomerReadBackFacts.ReadsBackAsync(trial, customer);
        await FoundAsync(trial, new CustomersMatching(new CustomerFilter { Name = text }), "by its account name");
        await FoundAsync(
            trial,
            new CustomersMatching(new CustomerFilter { Name = $"  {text}! " }),
            "by its organization name with surrounding white space"
        );
        await FoundAsync(trial, new CustomersMatching(new CustomerFilter { Text = text }), "by text in its name");
        await FoundAsync(trial, new CustomersByReference(customer.References[0]), "by its reference");
    }

    private static async Task FoundAsync(Trial trial, ISpecification<Customer> specification, string how) =>
        Expect.Equal(1, await trial.Customers.CountAsync(specification, trial.Token), $"find the customer {how}");

    private static Task Longest(Trial trial, string character)
    {
        var name = string.Concat(Enumerable.Repeat(character, TextLimits.MaxNameLength / character.Length));
        return Written(trial, name[..^2] + "!", name);
    }

    // The shorter name has one character less than the limit, because a combining mark is appended to it. The other name has the full
    // length.
    private static async Task Written(Trial trial, string shorter, string longest)
    {
        await CustomerReadBackFacts.ReadsBackAsync(
            trial,
            SampleData.Customer(
                "Northwind",
                d =>
                {
                    (d.AccountName, d.OrganizationName) = (longest, longest);
                    d.Contacts[0].Name = longest;
                    d.References[0].Id = longest;
                }
            )
        );
        await CustomerReadBackFacts.ReadsBackAsync(trial, SampleData.Customer("Southwind", d => d.OrganizationName = shorter));
        Expect.Equal(
            1,
            await trial.Customers.CountAsync(new CustomersMatching(new CustomerFilter { Name = longest }), trial.Token),
            "find a customer by its complete long name"
        );
    }

    private static Task LongestOfAll(Trial trial) =>
        CustomerReadBackFacts.ReadsBackAsync(
            trial,
            SampleData.Customer(
                "Northwind",
                d =>
                {
                    d.Id = string.Concat(Enumerable.Repeat("\u6F22", TextLimits.MaxIdLength));
                    d.ServicePlan = string.Concat(Enumerable.Repeat("\u6F22", TextLimits.MaxIdLength));
                    d.Address = string.Concat(Enumerable.Repeat("\u6F22", TextLimits.MaxAddressLength));
                    d.PhoneNumber = $"+49 421 555 0100{new string(' ', TextLimits.MaxPhoneNumberLength - 17)}1";
                    d.TimeZone = "America/Argentina/ComodRivadavia";
                    d.StorageRegions = [new string('r', TextLimits.MaxTokenLength)];
                    d.Contacts[0].Email = $"{new string('a', TextLimits.MaxEmailLength - 17)}@customer.example";
                    d.References[0].System = new string('s', TextLimits.MaxTokenLength);
                }
            )
        );

    private static Task Lines(Trial trial) =>
        CustomerReadBackFacts.ReadsBackAsync(
            trial,
            SampleData.Customer("Northwind", d => d.Address = "1 Harbour Road\r\n\nBremen\rGermany")
        );

    private static async Task Ids(Trial trial)
    {
        string[] ids = ["ada", "Ada", "\u00E1da", "a\u0301da", "\uFF41da", "ad\u00E0", "\u0430da", "ada1", "ada\u200B"];
        foreach (var id in ids)
        {
            await trial.SavedAsync(SampleData.Customer($"Customer {Array.IndexOf(ids, id)}", d => d.Id = id));
        }

        foreach (var id in ids)
        {
            Expect.Equal(id, (await trial.FindAsync(new CustomerId(id)))?.Id.Value, "find a customer by its exact id");
            Expect.Equal(
                $"Customer {Array.IndexOf(ids, id)}",
                (await trial.FindAsync(new CustomerId(id)))?.Account.AccountName,
                "find the customer that has the id"
            );
        }

        Expect.Equal(null, await trial.FindAsync(new CustomerId("ADA")), "return null for an id in another case");
    }

    private static async Task OddIds(Trial trial)
    {
        foreach (
            var id in new[]
            {
                "'",
                "a'b\"c",
                "%",
                "_",
                "a/b\\c",
                "x;--",
                "[a]",
                "\U0001F600",
                "0",
                "007",
                "7",
                "7.0",
                "null",
                "true",
                "a b",
            }
        )
        {
            await CustomerReadBackFacts.ReadsBackAsync(trial, SampleData.Customer($"Customer of {id}", d => d.Id = id));
        }
    }

    private static async Task References(Trial trial)
    {
        foreach (var id in new[] { "ada", "Ada", "\u00E1da", "a\u0301da" })
        {
            var customer = await trial.SavedAsync(
                SampleData.Customer($"Customer {string.Join('-', id.Select(c => (int)c))}", d => d.References[0].Id = id)
            );
            var found = await trial.Customers.FirstOrDefaultAsync(new CustomersByReference(customer.References[0]), trial.Token);
            Expect.Equal(customer.Id, found?.Id, "find the customer with exactly the reference");
        }
    }

    private static async Task Patterns(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer("100 percent"));
        await trial.SavedAsync(SampleData.Customer("100% [x]_*\\"));
        foreach (var text in new[] { "%", "_", "*", "\\", "[x]", "0%", "% [X]_" })
        {
            Expect.Equal(
                1,
                await trial.Customers.CountAsync(new CustomersMatching(new CustomerFilter { Text = text }), trial.Token),
                $"find only the customer whose name contains {text}"
            );
        }
    }
}
