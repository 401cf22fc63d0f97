using CsCheck;
using Msp.Customers.Storage;

namespace Msp.Customers.Tests.Queries;

public sealed class PagingTests
{
    // Each page compiles its query, which is slow. All orders together have more than a thousand cases.
    private const int Cases = 120;

    // Few names, plans and dates, so that many customers have the same sort key, and some have none.
    private static readonly Gen<CustomerDraft> Draft = Gen.Select(
            Any.Of("a", "B", "é", "漢", "\U0001F600", "\uE000"),
            Any.Of<string?>(null, "gold", "Gold", "silver", "\U0001F600"),
            Gen.Int[0, 3].Nullable(),
            Gen.Bool
        )
        .Select(
            (name, plan, license, sandbox) =>
                new CustomerDraft
                {
                    AccountName = name,
                    OrganizationName = $"{name} org",
                    ServicePlan = plan,
                    LicenseExpiryDate = license is { } days ? Valid.Today.PlusDays(days) : null,
                    TenantType = sandbox ? TenantType.Sandbox : TenantType.Evaluation,
                }
        );

    private static readonly Gen<List<Customer>> Customers = Gen.Select(Draft, Gen.Int[0, 3])
        .Select((draft, day) => Customer.Register(draft, CustomerTerms.Default, Valid.Today.PlusDays(day)))
        .List[0, 30];

    public static TheoryData<CustomerSort, bool> Orders
    {
        get
        {
            var orders = new TheoryData<CustomerSort, bool>();
            foreach (var sort in Enum.GetValues<CustomerSort>())
            {
                orders.Add(sort, false);
                orders.Add(sort, true);
            }

            return orders;
        }
    }

    [Fact]
    public async Task A_row_has_the_values_of_its_customer()
    {
        List<Customer> customers = [Valid.Customer("Active"), Valid.Customer("Suspended"), Valid.Customer("Closed")];
        customers[1].Suspend(SuspensionReason.Other, Valid.Today);
        customers[2].Close(Valid.Today, CustomerTerms.Default);
        var page = await Filled(customers).RowsAsync(new CustomerPageRequest { Sort = CustomerSort.OrganizationName });
        page.Items.Should()
            .BeEquivalentTo(
                customers
                    .OrderBy(c => c.Account.OrganizationName)
                    .Select(c => new
                    {
                        c.Id,
                        c.Account.AccountName,
                        c.Account.OrganizationName,
                        c.ServicePlan,
                        c.TenantType,
                        c.LicenseExpiryDate,
                        c.RegisteredOn,
                        c.SuspendedOn,
                        c.ClosedOn,
                        c.Status,
                    })
            );
        page.Items.Select(r => r.Status).Should().BeEquivalentTo([CustomerStatus.Active, CustomerStatus.Suspended, CustomerStatus.Closed]);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void All_pages_together_are_the_whole_list_in_order(CustomerSort sort, bool descending) =>
        Gen.Select(Customers, Gen.Int[2, 12], Gen.Bool)
            .Sample(
                (customers, size, sandboxes) =>
                {
                    var store = Filled(customers);
                    var request = new CustomerPageRequest
                    {
                        Sort = sort,
                        Descending = descending,
                        Size = size,
                    };
                    request = sandboxes ? request with { Filter = new CustomerFilter { TenantType = TenantType.Sandbox } } : request;
                    var expected = Sorted(customers.Where(c => !sandboxes || c.TenantType == TenantType.Sandbox), sort, descending);

                    var pages = Pages(store, request);

                    pages.SelectMany(p => p).Should().Equal(expected);
                    pages.SkipLast(1).Count(p => p.Count != size).Should().Be(0);
                },
                iter: Cases
            );

    [Theory]
    [MemberData(nameof(Orders))]
    public void Customers_that_are_added_or_deleted_between_pages_do_not_affect_the_others(CustomerSort sort, bool descending) =>
        Gen.Select(Customers, Customers, Gen.Int[3, 8])
            .Sample(
                (customers, others, size) =>
                {
                    var store = Filled(customers);
                    var added = new Queue<Customer>(others);
                    var deleted = new Queue<Customer>(customers.Where((_, i) => i % 3 == 0));
                    var remaining = customers.Where((_, i) => i % 3 != 0).ToList();

                    var read = Pages(
                            store,
                            new CustomerPageRequest
                            {
                                Sort = sort,
                                Descending = descending,
                                Size = size,
                            },
                            () =>
                            {
                                if (added.TryDequeue(out var toAdd))
                                {
                                    store.AddAsync(toAdd).GetAwaiter().GetResult();
                                }

                                if (deleted.TryDequeue(out var toDelete))
                                {
                                    store.DeleteAsync(toDelete).GetAwaiter().GetResult();
                                }
                            }
                        )
                        .SelectMany(p => p)
                        .ToList();

                    read.Should().OnlyHaveUniqueItems();
                    read.Where(id => remaining.Exists(c => c.Id == id)).Should().Equal(Sorted(remaining, sort, descending));
                },
                iter: Cases
            );

    [Fact]
    public async Task A_full_last_page_has_no_next_token()
    {
        var store = Filled([Valid.Customer("A"), Valid.Customer("B")]);

        (await store.PageAsync(new CustomerPageRequest { Size = 2 })).NextToken.Should().BeNull();
        (await store.PageAsync(new CustomerPageRequest { Size = 1 })).NextToken.Should().NotBeNull();
        (await Filled([]).PageAsync(new CustomerPageRequest())).Should().BeEquivalentTo(new Page<Customer>([], null));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(501)]
    public async Task A_page_size_outside_1_to_500_is_refused(int size)
    {
        var violation = (await RefusedAsync(new CustomerPageRequest { Size = size })).Should().ContainSingle().Subject;

        (violation.Code, violation.Path).Should().Be(("page.size-out-of-range", "Size"));
        violation.Message.Should().Be("The page size must be between 1 and 500.");
    }

    [Fact]
    public async Task All_violations_of_a_request_are_reported_together()
    {
        var request = new CustomerPageRequest
        {
            Size = 999,
            Sort = (CustomerSort)9,
            Filter = new CustomerFilter
            {
                Name = new string('a', 1025),
                Text = new string('a', 2000),
                TenantType = (TenantType)7,
                Status = (CustomerStatus)(-1),
                QuotaInForceOn = new LocalDate(0, 1, 1),
                RetentionOverOn = new LocalDate(-5, 1, 1),
            },
        };

        (await RefusedAsync(request))
            .Select(v => (v.Code, v.Path))
            .Should()
            .BeEquivalentTo([
                ("page.size-out-of-range", "Size"),
                ("page.invalid-sort", "Sort"),
                ("page.filter-too-long", "Filter.Name"),
                ("page.filter-too-long", "Filter.Text"),
                ("page.invalid-filter-value", "Filter.TenantType"),
                ("page.invalid-filter-value", "Filter.Status"),
                ("page.filter-date-out-of-range", "Filter.QuotaInForceOn"),
                ("page.filter-date-out-of-range", "Filter.RetentionOverOn"),
            ]);
    }

    [Fact]
    public async Task A_missing_filter_is_reported() =>
        (await RefusedAsync(new CustomerPageRequest { Filter = null! }))
            .Should()
            .ContainSingle()
            .Which.Should()
            .Match<Violation>(v => v.Code == "page.filter-required" && v.Path == "Filter");

    [Fact]
    public async Task A_page_includes_the_total_of_its_filter_on_request()
    {
        var store = Filled([Valid.Customer("A"), Valid.Customer("B"), Valid.Customer("C"), Valid.Customer("Other")]);
        var request = new CustomerPageRequest
        {
            Size = 1,
            Filter = new CustomerFilter { Text = "o" },
        };

        (await store.PageAsync(request)).Total.Should().BeNull();
        var first = await store.PageAsync(new CustomerPageRequest { Size = 3, IncludeTotal = true });
        (first.Items.Count, first.Total).Should().Be((3, 4));
        var last = await store.RowsAsync(
            new CustomerPageRequest
            {
                Size = 3,
                IncludeTotal = true,
                Token = first.NextToken,
            }
        );
        (last.Items.Count, last.Total).Should().Be((1, 4));
        (
            await store.RowsAsync(
                request with
                {
                    IncludeTotal = true,
                    Filter = new CustomerFilter { Name = "a" },
                }
            )
        ).Total.Should().Be(1);
    }

    private static async Task<IReadOnlyList<Violation>> RefusedAsync(CustomerPageRequest request)
    {
        var store = new InMemoryCustomerStore();
        var page = await store.Awaiting(s => s.PageAsync(request)).Should().ThrowAsync<RuleViolationException>();
        var rows = await store.Awaiting(s => s.RowsAsync(request)).Should().ThrowAsync<RuleViolationException>();
        rows.Which.Violations.Select(v => v.ToString()).Should().Equal(page.Which.Violations.Select(v => v.ToString()));
        return page.Which.Violations;
    }

    private static InMemoryCustomerStore Filled(List<Customer> customers)
    {
        var store = new InMemoryCustomerStore(uniqueOrganizationNames: false);
        foreach (var customer in customers)
        {
            store.AddAsync(Customer.FromSnapshot(customer.ToSnapshot())).GetAwaiter().GetResult();
            customer.AcceptChanges();
        }

        return store;
    }

    private static List<List<CustomerId>> Pages(InMemoryCustomerStore store, CustomerPageRequest request, Action? between = null)
    {
        var pages = new List<List<CustomerId>>();
        do
        {
            var page = store.PageAsync(request).GetAwaiter().GetResult();
            pages.Add([.. page.Items.Select(c => c.Id)]);
            request = request with { Token = page.NextToken };
            between?.Invoke();
            pages.Count.Should().BeLessThan(200);
        } while (request.Token is not null);

        return pages;
    }

    // By key, customers without a key last; then by id. Text is ordered by code point. Descending is the reverse.
    private static IEnumerable<CustomerId> Sorted(IEnumerable<Customer> customers, CustomerSort sort, bool descending)
    {
        var sorted = customers
            .OrderBy(
                c =>
                    sort switch
                    {
                        CustomerSort.AccountName => CodePointsOf(c.Account.AccountKey.Value),
                        CustomerSort.OrganizationName => CodePointsOf(c.Account.OrganizationKey.Value),
                        CustomerSort.ServicePlan => c.ServicePlan is { } plan ? CodePointsOf(plan.Value) : "~",
                        CustomerSort.LicenseExpiryDate => c.LicenseExpiryDate is { } date ? $"{date:uuuu-MM-dd}" : "~",
                        _ => $"{c.RegisteredOn:uuuu-MM-dd}",
                    },
                StringComparer.Ordinal
            )
            .ThenBy(c => c.Id.Value, StringComparer.Ordinal)
            .Select(c => c.Id)
            .ToList();
        return descending ? Enumerable.Reverse(sorted) : sorted;
    }

    private static string CodePointsOf(string text) => string.Concat(text.EnumerateRunes().Select(r => $"{r.Value:X6}"));
}
