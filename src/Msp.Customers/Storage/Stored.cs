namespace Msp.Customers.Storage;

/// <summary>The repository behind the door: the host's storage, unchecked. Policies read through it; everyone else asks for the repository itself.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <param name="Repository">The host's storage.</param>
public sealed record Stored<T>(IRepositoryBase<T> Repository)
    where T : class;
