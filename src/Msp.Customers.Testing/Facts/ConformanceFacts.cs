namespace Msp.Customers.Testing;

/// <summary>The requirements that every store meets.</summary>
/// <remarks>
/// A test of a host runs each fact as a separate test case: the name of the fact is the test data, and the body of the test calls
/// <see cref="Named"/>.
/// </remarks>
public static class ConformanceFacts
{
    /// <summary>All facts.</summary>
    public static IReadOnlyList<ConformanceFact> All { get; } =
    [
        .. CustomerReadBackFacts.All,
        .. TextFacts.All,
        .. DateAndStateFacts.All,
        .. CustomerWriteFacts.All,
        .. UniqueValueFacts.All,
        .. ConcurrencyFacts.All,
        .. CustomerListFacts.All,
        .. CustomerRangeFacts.All,
        .. CustomerBatchFacts.All,
        .. CustomerQueryFacts.All,
        .. SpecificationTextFacts.All,
        .. SpecificationMemberFacts.All,
        .. SpecificationStatementFacts.All,
        .. SpecificationProjectionFacts.All,
        .. PageFacts.All,
        .. CancellationFacts.All,
        .. PlanFacts.All,
        .. PlanQueryFacts.All,
        .. CustomerPlanFacts.All,
        .. UsageFacts.All,
        .. UsageBatchFacts.All,
        .. UsageReadFacts.All,
        .. UsageListFacts.All,
        .. PostingFacts.All,
        .. ChangeFacts.All,
        .. ChangeRefusalFacts.All,
        .. ChangeDeliveryFacts.All,
        .. DamageFacts.All,
        .. IsolationFacts.All,
    ];

    /// <summary>Returns the facts about some areas, for a host without usage or a change log, or with one MSP only.</summary>
    /// <param name="areas">All areas that the host supports.</param>
    /// <returns>The facts whose areas are all among <paramref name="areas"/>, in order.</returns>
    public static IReadOnlyList<ConformanceFact> For(params IReadOnlyCollection<ConformanceArea> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        return [.. All.Where(f => f.Areas.All(areas.Contains))];
    }

    /// <summary>Returns the fact with a name.</summary>
    /// <param name="name">The <see cref="ConformanceFact.Name"/> of the fact.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentException">No fact has the name.</exception>
    public static ConformanceFact Named(string name) =>
        All.FirstOrDefault(f => f.Name == name) ?? throw new ArgumentException("There is no fact with the name.", nameof(name));
}
