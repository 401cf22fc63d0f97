namespace Msp.Customers.Testing.Tests.Defects;

internal static class IsolationDefects
{
    private static readonly Flaw NoMsp = new() { MspKey = _ => "" };

    public static IEnumerable<Defect> All =>
        [
            new("ignores the MSP", "Customers of another MSP are not found, listed or counted", NoMsp),
            new("ignores the MSP in named queries", "A named query returns only the MSP's own customers", NoMsp),
            new(
                "ignores the MSP of plans",
                "Two MSPs can each have a plan with the same id, and plans of another MSP are not found",
                NoMsp
            ),
            new("ignores the MSP of writes", "An update or deletion of another MSP's customer is refused and changes nothing", NoMsp),
            new(
                "compares MSP ids without case",
                "MSPs whose ids differ only in case or accents are different MSPs",
                new Flaw { MspKey = msp => msp.Value.ToUpperInvariant() }
            ),
            new(
                "requires unique names across MSPs",
                "Two MSPs can use the same organization name and the same reference",
                new Flaw { ComparesUniqueValuesAcrossMsps = true }
            ),
            new("reports the default MSP", "A page token of another MSP is refused", new Flaw { ReportsDefaultMsp = true }),
            new(
                "accepts a plan of another MSP",
                "A customer cannot use a plan of another MSP, and another MSP's customers do not prevent a plan's deletion",
                new Flaw { AcceptsPlansOfAnyMsp = true }
            ),
            new(
                "ignores the MSP of usage",
                "Two MSPs can each have usage with the same customer id and key",
                new Flaw { Usage = u => new TableUsage(u.Tables, MspId.Default) }
            ),
            new(
                "accepts usage of another MSP's customer",
                "Usage of a customer that exists only at another MSP is refused",
                new Flaw { Usage = u => new AppendsForUnknownCustomers(u) }
            ),
        ];
}
