using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Msp.Customers.AspNetCore;
using Msp.Customers.Tests.Rules;

namespace Msp.Customers.Tests.DependencyInjection;

public sealed class InvalidOptionsTests
{
    private static readonly (string Sentence, Action<MspCustomersOptions> Configure)[] Faults =
    [
        ("TimeZone 'Mars/Olympus' is not an IANA time zone, such as Europe/Berlin.", o => o.TimeZone = "Mars/Olympus"),
        ("TimeZone '' is not an IANA time zone, such as Europe/Berlin.", o => o.TimeZone = null!),
        (
            "Rules.Remove: No rule has the code 'quota.overlap'. The most similar code is 'quota.overlaps'.",
            o => o.Rules.Remove("quota.overlap")
        ),
        (
            "Rules.SetSeverity: No rule has the code 'plan.retried'. The most similar code is 'plan.retired'.",
            o => o.Rules.SetSeverity("plan.retried", Severity.Warning)
        ),
        ("Rules.Remove: 'list.too-long' is an invariant and cannot be removed.", o => o.Rules.Remove("list.too-long")),
        ("Rules.SetSeverity: The severity of 'quota.overlaps' is not defined.", o => o.Rules.SetSeverity("quota.overlaps", (Severity)2)),
        (
            "Rules.SetSeverity: 'value.invalid' is an invariant and cannot be a warning.",
            o => o.Rules.SetSeverity("value.invalid", Severity.Warning)
        ),
        ("Rules.Terms must not be null.", o => o.Rules.Terms = null!),
        (
            "Rules.Terms: EvaluationDays must be at least 1 and at most MaxEvaluationDays.",
            o => o.Rules.Terms = new CustomerTerms(EvaluationDays: 61)
        ),
        (
            "Rules.Terms: MaxExtensionDays and RetentionDays must be zero or more.",
            o => o.Rules.Terms = new CustomerTerms(MaxExtensionDays: -1)
        ),
        (
            "Rules.Terms: EvaluationDays must be at least 1 and at most MaxEvaluationDays.",
            o => o.Rules.Terms = new CustomerTerms(EvaluationDays: 0)
        ),
        (
            "Rules.Terms: MaxExtensionDays and RetentionDays must be zero or more.",
            o => o.Rules.Terms = new CustomerTerms(RetentionDays: -1)
        ),
    ];

    private static readonly (string Sentence, Action<DetailsOptions> Configure)[] DetailsFaults =
    [
        (
            "DetailsOptions.SourceTimeout must be greater than zero and at most ten minutes.",
            o => o.SourceTimeout = TimeSpan.FromMinutes(-1)
        ),
        (
            "DetailsOptions.SourceTimeout must be greater than zero and at most ten minutes.",
            o => o.SourceTimeout = TimeSpan.FromMinutes(10.001)
        ),
        ("DetailsOptions.ForecastDays must be at least 1 and at most 3660 days.", o => o.ForecastDays = 0),
        ("DetailsOptions.ForecastDays must be at least 1 and at most 3660 days.", o => o.ForecastDays = 3_661),
        ("DetailsOptions.ForecastWindowDays must be at least 1 and at most 3660 days.", o => o.ForecastWindowDays = 0),
        ("DetailsOptions.ForecastWindowDays must be at least 1 and at most 3660 days.", o => o.ForecastWindowDays = 3_661),
    ];

    public static TheoryData<int> DetailsNumbers => [.. Enumerable.Range(0, DetailsFaults.Length)];

    [Theory]
    [MemberData(nameof(DetailsNumbers))]
    public void Each_invalid_option_of_the_details_page_is_reported_in_a_sentence(int number)
    {
        using var host = new Host(details: DetailsFaults[number].Configure);

        host.Invoking(h => h.Get<CustomerDetailsReader>())
            .Should()
            .Throw<OptionsValidationException>()
            .Which.Failures.Should()
            .Equal(DetailsFaults[number].Sentence);
    }

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Faults.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Each_invalid_option_is_reported_in_a_sentence(int number)
    {
        using var host = new Host(Faults[number].Configure);

        host.Invoking(h => h.Customers).Should().Throw<OptionsValidationException>().Which.Failures.Should().Equal(Faults[number].Sentence);
    }

    [Fact]
    public async Task All_invalid_options_are_reported_together_at_startup()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddMspCustomers(o =>
        {
            Faults[0].Configure(o);
            Faults[8].Configure(o);
        });
        using var host = builder.Build();

        var failures = (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which.Failures.ToList();

        failures.Should().HaveCount(3).And.Contain(Faults[0].Sentence).And.Contain(Faults[8].Sentence);
        foreach (
            var call in new[]
            {
                "AddMspCustomers",
                "UseInMemoryStorage()",
                "UseRepositories<TCustomers, TPlans>()",
                "UseEntityFrameworkCore(...)",
                "UseDbContext<TContext>()",
            }
        )
        {
            failures.Should().ContainSingle(f => f.Contains(call));
        }
    }

    [Theory]
    [InlineData("field.required")]
    [InlineData("plan.edition-required")]
    public async Task The_severity_of_an_invariant_can_be_set_to_error(string code)
    {
        using var host = new Host(o => o.Rules.SetSeverity(code, Severity.Error));

        (await host.Customers.CheckAsync(new CustomerDraft())).Should().NotBeEmpty();
    }

    [Fact]
    public void Every_rule_can_be_removed_and_no_invariant()
    {
        foreach (var rule in Codes.All)
        {
            using var host = new Host(o => o.Rules.Remove(rule.Code));
            var use = () => host.Customers;

            if (!rule.IsConfigurable)
            {
                use.Should().Throw<OptionsValidationException>(rule.Code);
            }
            else
            {
                use.Should().NotThrow(rule.Code);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3_660)]
    public void The_limits_of_the_details_options_are_accepted(int days)
    {
        using var host = new Host(details: o =>
            (o.SourceTimeout, o.ForecastDays, o.ForecastWindowDays) = (TimeSpan.FromMinutes(10), days, days)
        );

        host.Invoking(h => h.Get<CustomerDetailsReader>()).Should().NotThrow();
    }

    [Fact]
    public void A_customer_store_without_a_plan_store_is_refused()
    {
        var services = new ServiceCollection();
        services.AddMspCustomers();
        services.AddScoped(_ => new Msp.Customers.Storage.HostStore<Customer>(new Msp.Customers.Storage.InMemoryCustomerStore()));
        using var provider = services.BuildServiceProvider();

        provider
            .Invoking(p => p.GetRequiredService<CustomerTerms>())
            .Should()
            .Throw<OptionsValidationException>()
            .WithMessage("*UseInMemoryStorage*");
    }

    [Fact]
    public void The_smallest_terms_are_accepted()
    {
        using var host = new Host(o =>
            o.Rules.Terms = new CustomerTerms(EvaluationDays: 1, MaxEvaluationDays: 1, MaxExtensionDays: 0, RetentionDays: 0)
        );

        host.Invoking(h => h.Customers).Should().NotThrow();
    }

    [Fact]
    public async Task A_host_with_valid_options_starts()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddMspCustomers(o => o.TimeZone = "Asia/Tokyo").UseInMemoryStorage().AddUsage().AddCustomerDetails();
        using var host = builder.Build();

        await host.StartAsync();

        host.Services.GetRequiredService<BusinessCalendar>().ZoneId.Should().Be("Asia/Tokyo");
    }
}
