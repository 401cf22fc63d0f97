using System.Buffers.Text;
using System.Text;
using CsCheck;
using Msp.Customers.Storage;

namespace Msp.Customers.Tests.Queries;

public sealed class PageTokenTests
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private readonly InMemoryCustomerStore store = new();

    public PageTokenTests()
    {
        foreach (var name in new[] { "A", "B", "C" })
        {
            var draft = Valid.Draft(name);
            draft.ServicePlan = "gold";
            store.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today)).GetAwaiter().GetResult();
        }
    }

    public static TheoryData<string> OtherQueries =>
        ["sort", "direction", "name", "text", "plan", "type", "region", "status", "ending", "expiring", "in force"];

    [Theory]
    [MemberData(nameof(OtherQueries))]
    public async Task A_token_is_refused_for_another_query(string other)
    {
        var request = new CustomerPageRequest { Size = 1 };
        var token = (await store.PageAsync(request)).NextToken;
        var filter = new CustomerFilter();
        var changed = other switch
        {
            "sort" => request with { Sort = CustomerSort.OrganizationName },
            "direction" => request with { Descending = true },
            "name" => request with { Filter = filter with { Name = "A" } },
            "text" => request with { Filter = filter with { Text = "A" } },
            "plan" => request with { Filter = filter with { ServicePlan = new PlanId("gold") } },
            "type" => request with { Filter = filter with { TenantType = TenantType.Evaluation } },
            "region" => request with { Filter = filter with { Region = new StorageRegion("eu-central-1") } },
            "status" => request with { Filter = filter with { Status = CustomerStatus.Active } },
            "ending" => request with { Filter = filter with { QuotaEndingBefore = Valid.Today } },
            "expiring" => request with { Filter = filter with { LicenseExpiringBefore = Valid.Today } },
            _ => request with { Filter = filter with { QuotaInForceOn = Valid.Today } },
        };

        await RefusedAsync(changed with { Token = token });
        (await store.PageAsync(request with { Token = token, Size = 2 })).Items.Should().HaveCount(2, "the size can change between pages");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("garbage")]
    [InlineData("!!!!")]
    [InlineData("AAAA")]
    public Task Text_that_is_not_a_token_is_refused(string token) => RefusedAsync(new CustomerPageRequest { Token = token });

    // Not a theory, because the test runner replaces unpaired surrogates in the data.
    [Fact]
    public Task An_unpaired_surrogate_is_refused() => RefusedAsync(new CustomerPageRequest { Token = "\uD800" });

    [Fact]
    public async Task A_truncated_padded_or_oversized_token_is_refused()
    {
        var request = new CustomerPageRequest { Size = 1 };
        var token = (await store.PageAsync(request)).NextToken!;
        for (var length = 0; length < token.Length; length++)
        {
            await RefusedAsync(request with { Token = token[..length] });
        }

        await RefusedAsync(request with { Token = token + "AAAA" });
        await RefusedAsync(request with { Token = new string('A', 1_000_000) });
    }

    [Theory]
    [InlineData("gold", false)]
    [InlineData("", true)]
    [InlineData(" ", true)]
    [InlineData("go\u001bld", true)]
    [InlineData("go\uFFFFld", false)]
    [InlineData("129", true)]
    [InlineData("128", false)]
    public async Task A_forged_token_with_an_invalid_plan_id_is_refused(string plan, bool isRefused)
    {
        var request = new CustomerPageRequest { Size = 1, Sort = CustomerSort.ServicePlan };
        var ours = System.Buffers.Text.Base64Url.DecodeFromChars((await store.PageAsync(request)).NextToken!);
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
        {
            writer.Write(ours[..8]);
            writer.Write(true);
            writer.Write(int.TryParse(plan, out var length) ? new string('p', length) : plan);
            writer.Write("c-1");
        }

        var forged = request with { Token = System.Buffers.Text.Base64Url.EncodeToString(bytes.ToArray()) };

        if (isRefused)
        {
            await RefusedAsync(forged);
        }
        else
        {
            await store.Awaiting(s => s.PageAsync(forged)).Should().NotThrowAsync();
        }
    }

    [Fact]
    public async Task A_token_with_invalid_UTF8_is_refused()
    {
        var request = new CustomerPageRequest { Size = 1, Sort = CustomerSort.ServicePlan };
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars((await store.PageAsync(request)).NextToken!);
        bytes[10] = 0xC3;

        await RefusedAsync(request with { Token = System.Buffers.Text.Base64Url.EncodeToString(bytes) });
    }

    [Fact]
    public async Task Tokens_of_names_with_the_maximum_length_are_accepted()
    {
        // The letter U+FB2C expands when it is normalized.
        foreach (var last in "字漢")
        {
            var draft = new CustomerDraft
            {
                Id = new string('漢', 127) + last,
                AccountName = new string('\uFB2C', 256),
                OrganizationName = $"{last}",
            };
            await store.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
        }

        var request = new CustomerPageRequest { Size = 4 };

        var first = await store.PageAsync(request);

        (await store.PageAsync(request with { Token = first.NextToken })).Items.Should().ContainSingle();
    }

    [Fact]
    public void A_token_with_a_changed_character_is_accepted_or_refused_with_a_violation()
    {
        var requests = Enum.GetValues<CustomerSort>().Select(sort => new CustomerPageRequest { Size = 1, Sort = sort }).ToArray();
        var tokens = requests.Select(r => store.PageAsync(r).GetAwaiter().GetResult().NextToken!).ToArray();
        Gen.Select(Gen.Int[0, requests.Length - 1], Gen.Int[0, 10_000], Gen.Int[0, 63])
            .Sample(
                (sort, at, character) =>
                {
                    var token = new StringBuilder(tokens[sort]);
                    token[at % token.Length] = Characters[character];
                    try
                    {
                        _ = store.PageAsync(requests[sort] with { Token = token.ToString() }).GetAwaiter().GetResult();
                    }
                    catch (RuleViolationException e)
                    {
                        e.Violations.Single().Code.Should().Be("page.invalid-token");
                    }
                },
                iter: 5_000
            );
    }

    // F40: the content of a token is checked before the query, and text that cannot be stored is refused.
    [Theory]
    [InlineData("a\0", "1")]
    [InlineData("a", "1\0")]
    [InlineData("a", " 1")]
    [InlineData(null, "1")]
    public async Task A_forged_token_with_an_invalid_name_or_id_is_refused(string? key, string id)
    {
        var request = new CustomerPageRequest { Size = 1 };
        var mark = Base64Url.DecodeFromChars((await store.PageAsync(request)).NextToken!)[..8];
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(mark);
            writer.Write(key is not null);
            writer.Write(key ?? "");
            writer.Write(id);
        }

        var forged = Base64Url.EncodeToString(bytes.ToArray());

        (await RefusedAsync(request with { Token = forged })).Violations.Should().ContainSingle(v => v.Code == "page.invalid-token");
    }

    [Fact]
    public async Task A_forged_token_with_an_unpaired_surrogate_is_refused()
    {
        var request = new CustomerPageRequest { Size = 1 };
        var mark = Base64Url.DecodeFromChars((await store.PageAsync(request)).NextToken!)[..8];
        var forged = Base64Url.EncodeToString([.. mark, 1, 3, 0xED, 0xA0, 0xBD, 1, (byte)'1']);

        (await RefusedAsync(request with { Token = forged })).Violations.Should().ContainSingle(v => v.Code == "page.invalid-token");
    }

    [Fact]
    public async Task A_refused_token_is_not_in_the_exception_text()
    {
        var refused = await RefusedAsync(new CustomerPageRequest { Token = "ada@northwind.example" });

        refused.ToString().Should().NotContain("northwind");
    }

    private async Task<RuleViolationException> RefusedAsync(CustomerPageRequest request)
    {
        var refused = (await store.Awaiting(s => s.PageAsync(request)).Should().ThrowAsync<RuleViolationException>()).Which;
        refused.Violations.Select(v => $"{v.Code} {v.Path}").Should().Equal("page.invalid-token Token");
        return refused;
    }
}
