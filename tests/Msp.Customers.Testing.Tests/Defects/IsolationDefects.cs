namespace Msp.Customers.Testing.Tests.Defects;

internal static class IsolationDefects
{
    private static readonly Flaw NoMsp = new() { MspKey = _ => "" };

    public static IEnumerable<Defect> All =>
        [
            new("ignores the MSP", "Nothing of another MSP's customers is found, listed or counted", NoMsp),
            new("ignores the MSP in named queries", "A named query answers with the MSP's own customers only", NoMsp),
            new("ignores the MSP of plans", "The same id is a plan of each MSP, and nothing of another's is found", NoMsp),
            new("ignores the MSP on writing", "A change or deletion of another MSP's customer is refused and changes nothing", NoMsp),
            new(
                "tells MSPs apart without case",
                "MSPs whose ids differ only in case or accents are different",
                new Flaw { MspKey = msp => msp.Value.ToUpperInvariant() }
            ),
            new(
                "keeps names unique beyond an MSP",
                "The same organization name and reference are free at another MSP",
                new Flaw { SharesUniqueValues = true }
            ),
            new(
                "does not tell whose customers it serves",
                "A page's token continues no list of another MSP",
                new Flaw { TellsOneMsp = true }
            ),
            new(
                "takes a plan of another MSP",
                "A plan of another MSP cannot be chosen, and customers of another MSP keep no plan",
                new Flaw { TakesPlansOfAnyMsp = true }
            ),
            new(
                "ignores the MSP of usage",
                "Usage of the same customer and key belongs to each MSP",
                new Flaw { Usage = u => new TableUsage(u.Tables, MspId.Default) }
            ),
            new(
                "takes usage of another MSP's customer",
                "Usage of a customer that only another MSP has is refused",
                new Flaw { Usage = u => new AppendsForAnyone(u) }
            ),
        ];
}
