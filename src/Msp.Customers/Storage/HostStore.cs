namespace Msp.Customers.Storage;

/// <summary>The host's store, without the repository that evaluates the rules.</summary>
/// <remarks>A rule that reads stored aggregates takes it from the container.</remarks>
/// <typeparam name="T">The type of the aggregate.</typeparam>
/// <param name="Repository">The host's store.</param>
public sealed record HostStore<T>(IRepositoryBase<T> Repository)
    where T : class;
