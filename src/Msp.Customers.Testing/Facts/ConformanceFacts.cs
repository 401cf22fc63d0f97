namespace Msp.Customers.Testing;

/// <summary>
/// What is true of every sound storage. A host's test runs each as a case of its own: by its name in the test's data, and by <see cref="Named"/> in its body.
/// <c>docs/storage.md</c> shows it.
/// </summary>
public static class ConformanceFacts
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ConformanceFact> All { get; } =
    [
        .. CustomerReadBackFacts.All,
        .. TextFacts.All,
        .. DateAndStateFacts.All,
        .. CustomerWriteFacts.All,
        .. UniqueValueFacts.All,
        .. RaceFacts.All,
        .. CustomerListFacts.All,
        .. CustomerRangeFacts.All,
        .. CustomerHundredFacts.All,
        .. CustomerQueryFacts.All,
        .. SpecificationTextFacts.All,
        .. SpecificationMemberFacts.All,
        .. SpecificationStatementFacts.All,
        .. SpecificationShapeFacts.All,
        .. PageFacts.All,
        .. CancellationFacts.All,
        .. PlanFacts.All,
        .. PlanQueryFacts.All,
        .. PlanChoiceFacts.All,
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

    /// <summary>Those about some subjects, for a host that keeps no usage or no change log, or serves one MSP only.</summary>
    /// <param name="subjects">All that the host has.</param>
    /// <returns>The facts, in order.</returns>
    public static IReadOnlyList<ConformanceFact> About(params IReadOnlyCollection<ConformanceArea> subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        return [.. All.Where(f => f.Subjects.All(subjects.Contains))];
    }

    /// <summary>The fact with a name.</summary>
    /// <param name="name">Its <see cref="ConformanceFact.Name"/>.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ConformanceFact Named(string name) =>
        All.FirstOrDefault(f => f.Name == name) ?? throw new ArgumentException("There is no fact with the name.", nameof(name));
}
