using System.Text.Json;

namespace Msp.Customers.Tests.Plans;

public sealed class ServicePlanTests
{
    [Fact]
    public void A_plan_has_the_values_of_its_draft()
    {
        var draft = Valid.PlanDraft();
        draft.Features = ["M365", "Enterprise Workloads"];
        draft.AllowedRegions.Add(" EU-Central-1 ");

        var plan = ServicePlan.Create(draft);

        (plan.Id.Value, plan.Name, plan.NameKey.Value, plan.Edition, plan.IsRetired, plan.Version, plan.OriginalVersion)
            .Should()
            .Be(("gold", "Plan gold", "plan gold", Edition.Enterprise, false, 1, 0));
        plan.Features.Select(f => f.Name).Should().Equal("Enterprise Workloads", "M365");
        plan.AllowedRegions.Select(r => r.Name).Should().Equal("eu-central-1");
        plan.ToString().Should().Be("Plan gold");
    }

    [Fact]
    public void A_snapshot_with_version_0_is_accepted_and_a_negative_version_is_refused()
    {
        var snapshot = Valid.Plan().ToSnapshot();
        snapshot.Version = 0;
        ServicePlan.FromSnapshot(snapshot).Version.Should().Be(0);
        snapshot.Version = -1;

        snapshot.Invoking(ServicePlan.FromSnapshot).Should().Throw<ArgumentException>().WithParameterName("snapshot");
    }

    [Fact]
    public void A_plan_with_regions_allows_only_those_and_a_plan_without_regions_allows_any()
    {
        var draft = Valid.PlanDraft();
        draft.AllowedRegions.Add("eu-central-1");
        var plan = ServicePlan.Create(draft);

        plan.Allows(new StorageRegion("EU-CENTRAL-1")).Should().BeTrue();
        plan.Allows(new StorageRegion("us-east-1")).Should().BeFalse();
        Valid.Plan().Allows(new StorageRegion("us-east-1")).Should().BeTrue();
    }

    [Fact]
    public void An_edit_changes_the_plan_and_increments_its_version()
    {
        var plan = Valid.Plan();
        var draft = plan.ToDraft();
        (draft.Name, draft.Edition, draft.IsRetired) = ("Platinum", Edition.Elite, true);
        draft.Features = ["M365"];

        plan.Edit(draft);

        (plan.Name, plan.NameKey.Value, plan.Edition, plan.IsRetired, plan.Version)
            .Should()
            .Be(("Platinum", "platinum", Edition.Elite, true, 2));
        plan.Features.Select(f => f.Name).Should().Equal("M365");
    }

    [Fact]
    public void A_refused_edit_changes_nothing()
    {
        var plan = Valid.Plan();
        var before = Json(plan);
        var (faulty, foreign) = (plan.ToDraft(), Valid.PlanDraft("silver"));
        (faulty.Name, faulty.Edition) = ("Platinum", (Edition)9);

        plan.Invoking(p => p.Edit(faulty)).Should().Throw<RuleViolationException>();
        plan.Invoking(p => p.Edit(foreign))
            .Should()
            .Throw<RuleViolationException>()
            .Which.Violations.Single()
            .Code.Should()
            .Be("id.mismatch");

        Json(plan).Should().Be(before);
    }

    [Fact]
    public void A_plan_round_trips_through_JSON()
    {
        var json = Json(Valid.Plan());

        var plan = ServicePlan.FromSnapshot(JsonSerializer.Deserialize<PlanSnapshot>(json)!);

        Json(plan).Should().Be(json);
        plan.OriginalVersion.Should().Be(plan.Version).And.Be(1);
    }

    [Theory]
    [InlineData("""{"Details":null}""")]
    [InlineData("{}")]
    [InlineData("""{"Details":{"Id":"gold","Name":"Gold","Edition":1},"Version":-1}""")]
    [InlineData("""{"Details":{"Id":"gold","Name":"Gold","Edition":7},"Version":1}""")]
    public void An_invalid_snapshot_is_refused_and_changes_nothing(string json)
    {
        var (plan, snapshot) = (Valid.Plan(), JsonSerializer.Deserialize<PlanSnapshot>(json)!);
        var before = Json(plan);

        FluentActions.Invoking(() => ServicePlan.FromSnapshot(snapshot)).Should().Throw<ArgumentException>();
        plan.Invoking(p => p.RestoreFrom(snapshot)).Should().Throw<ArgumentException>();

        Json(plan).Should().Be(before);
    }

    [Fact]
    public void A_plan_can_be_restored_only_from_its_own_snapshots()
    {
        var (plan, other) = (Valid.Plan(), Valid.Plan());
        var draft = other.ToDraft();
        draft.IsRetired = true;
        other.Edit(draft);

        plan.RestoreFrom(other.ToSnapshot());

        Json(plan).Should().Be(Json(other));
        plan.OriginalVersion.Should().Be(0);
        plan.Invoking(p => p.RestoreFrom(Valid.Plan("silver").ToSnapshot())).Should().Throw<ArgumentException>();
    }

    private static string Json(ServicePlan plan) => JsonSerializer.Serialize(plan.ToSnapshot());
}
