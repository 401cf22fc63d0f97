using System.Text.Json;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class ReadBackTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task Customers_are_read_as_they_were_saved() =>
        await Some.Customers(20)
            .SampleAsync(
                async customers =>
                {
                    await using var context = storage.Context();
                    await context.Customers.ExecuteDeleteAsync();
                    await storage.SaveAsync(customers);
                    var read = await new DbContextCustomerStore<MspCustomersContext>(context).ListAsync();
                    read.Select(c => Json(c.ToSnapshot())).Should().BeEquivalentTo(customers.Select(c => Json(c.ToSnapshot())));
                    read.Should().BeInAscendingOrder(c => c.Id);
                    read.Select(c => c.OriginalVersion).Should().Equal(read.Select(c => c.Version));
                },
                iter: 100,
                threads: 1
            );

    [Fact]
    public async Task Plans_are_read_as_they_were_saved_and_edited() =>
        await Gen.Select(Some.Plan, Some.Plan)
            .SampleAsync(
                async (plan, other) =>
                {
                    await using var context = storage.Context();
                    await context.ServicePlans.ExecuteDeleteAsync();
                    var plans = new DbContextPlanStore<MspCustomersContext>(context);
                    await plans.AddAsync(plan);
                    Json((await plans.GetByIdAsync("p"))!.ToSnapshot()).Should().Be(Json(plan.ToSnapshot()));
                    plan.Edit(other.ToDraft());
                    await plans.UpdateAsync(plan);
                    Json((await plans.GetByIdAsync("p"))!.ToSnapshot()).Should().Be(Json(plan.ToSnapshot()));
                },
                iter: 300,
                threads: 1
            );

    [Fact]
    public async Task A_customer_edited_to_any_other_state_is_read_as_it_was_saved() =>
        await Some.Customers(2)
            .Where(c => c.Length == 2)
            .SampleAsync(
                async customers =>
                {
                    await using var context = storage.Context();
                    await context.Customers.ExecuteDeleteAsync();
                    await storage.SaveAsync(customers[0]);
                    var target = customers[1].ToSnapshot();
                    target.Details.Id = customers[0].Id.Value;
                    target.Version = 7;
                    customers[0].RestoreFrom(target);
                    await storage.SavePlansOfAsync(customers);
                    await new DbContextCustomerStore<MspCustomersContext>(context).UpdateAsync(customers[0]);
                    Json((await storage.FindAsync(customers[0].Id.Value))!.ToSnapshot()).Should().Be(Json(target));
                },
                iter: 300,
                threads: 1
            );

    [Fact]
    public async Task Texts_of_maximum_length_are_stored_completely()
    {
        var draft = new CustomerDraft
        {
            Id = new string('i', 128),
            AccountName = new string('\uFB2C', 256),
            OrganizationName = string.Concat(Enumerable.Repeat("\U0001F600", 128)),
            Address = new string('a', 1024),
            PhoneNumber = new string('1', 30),
            ServicePlan = new string('p', 128),
            StorageRegions = { new string('r', 64) },
            Contacts =
            {
                new ContactDraft
                {
                    Name = new string('n', 256),
                    Email = new string('e', 245) + "@x.example"[..9],
                    PhoneNumber = new string('2', 30),
                },
            },
            References =
            {
                new ReferenceDraft { System = new string('s', 64), Id = new string('x', 256) },
            },
        };
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        await storage.SaveAsync(customer);
        Json((await storage.FindAsync(draft.Id))!.ToSnapshot()).Should().Be(Json(customer.ToSnapshot()));
    }

    // Some databases limit the bytes of an index entry. All of these texts are in an index.
    [Fact]
    public async Task Texts_of_maximum_length_in_bytes_fit_into_every_index()
    {
        var msp = new MspId(Han(128, 1));
        var draft = Valid.Draft();
        draft.Id = Han(128, 2);
        (draft.AccountName, draft.OrganizationName, draft.ServicePlan) = (Notes(0), Notes(1), Han(128, 3));
        draft.StorageRegions = [Han(64, 4)];
        draft.References = [new ReferenceDraft { System = Han(64, 5), Id = Han(256, 6) }];
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        customer.Account.AccountKey.Value.Length.Should().Be(TextLimits.MaxKeyLength);
        await using var context = storage.Context();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context, msp);

        await storage.SavePlansOfAsync([customer], msp);
        await customers.AddAsync(customer);

        Json((await customers.GetByIdAsync(customer.Id))!.ToSnapshot()).Should().Be(Json(customer.ToSnapshot()));

        // Characters of three bytes, in an order that does not compress.
        static string Han(int length, int start) =>
            string.Concat(Enumerable.Range(start * 1_000, length).Select(n => (char)(0x4E00 + (n * 7_919 % 20_000))));

        // Each character is normalized to three characters of four bytes.
        static string Notes(int start) =>
            string.Concat(Enumerable.Range(start, 128).Select(n => char.ConvertFromUtf32(0x1D160 + (n * n % 5))));
    }

    // SQLite stores texts of any length. Other databases truncate or refuse texts that are longer than the column.
    [Fact]
    public void Columns_are_long_enough_for_the_longest_normalized_names()
    {
        using var context = storage.Context();
        var longest = new AccountDetails(new string('\uFB2C', 256), string.Concat(Enumerable.Repeat("\U0001D160", 128)), null, null);
        var account = context.Model.FindEntityType(typeof(Customer))!.FindNavigation(nameof(Customer.Account))!.TargetEntityType;
        account
            .FindProperty(nameof(AccountDetails.AccountKey))!
            .GetMaxLength()
            .Should()
            .BeGreaterThanOrEqualTo(longest.AccountKey.Value.Length);
        account
            .FindProperty(nameof(AccountDetails.OrganizationKey))!
            .GetMaxLength()
            .Should()
            .BeGreaterThanOrEqualTo(longest.OrganizationKey.Value.Length);
        account.FindProperty(nameof(AccountDetails.SearchText))!.GetMaxLength().Should().BeGreaterThanOrEqualTo(longest.SearchText.Length);
        context
            .Model.FindEntityType(typeof(ServicePlan))!
            .FindProperty(nameof(ServicePlan.NameKey))!
            .GetMaxLength()
            .Should()
            .BeGreaterThanOrEqualTo(longest.AccountKey.Value.Length);
    }

    private static string Json<T>(T state) => JsonSerializer.Serialize(state);
}
