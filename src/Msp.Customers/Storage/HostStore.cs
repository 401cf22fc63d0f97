namespace Msp.Customers.Storage;

/// <summary>The host's storage, behind the repository that evaluates the rules. Rules of a host that query storage read through it.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <param name="Repository">The host's storage.</param>
public sealed record HostStore<T>(IRepositoryBase<T> Repository)
    where T : class;
