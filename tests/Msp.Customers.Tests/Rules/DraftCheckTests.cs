namespace Msp.Customers.Tests.Rules;

public sealed class DraftCheckTests
{
    [Fact]
    public async Task All_violations_of_a_draft_are_reported_at_once()
    {
        using var host = new Host();
        var draft = Valid.Draft();
        (draft.AccountName, draft.PhoneNumber, draft.TenantType) = (null, "none", (TenantType)9);
        draft.Quotas[0].Credits = -1;
        draft.Contacts[1].Email = "nowhere";

        (await host.Customers.CheckAsync(draft))
            .Select(v => $"{v.Code} {v.Path}")
            .Should()
            .Equal(
                "field.required AccountName",
                "tenant-type.invalid TenantType",
                "quota.credits-not-positive Quotas[0].Credits",
                "phone-number.invalid PhoneNumber",
                "email.invalid Contacts[1].Email"
            );
    }

    [Fact]
    public void Checking_a_valid_draft_with_two_contacts_allocates_no_memory()
    {
        var draft = Valid.Draft();
        draft.TimeZone = "Europe/Berlin";
        draft.Contacts.Should().HaveCount(2);
        long Measured()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                draft.Check();
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Measured();

        Measured().Should().Be(0);
    }

    [Fact]
    public void Several_threads_can_check_the_same_draft_at_once()
    {
        var bad = Valid.Draft();
        bad.Contacts.Add(new ContactDraft());
        var expected = bad.Check().Select(v => v.ToString()).ToList();

        Enumerable
            .Range(0, 200)
            .AsParallel()
            .Select(_ => bad.Check().Select(v => v.ToString()).ToList())
            .Should()
            .AllSatisfy(found => found.Should().Equal(expected));
    }
}
