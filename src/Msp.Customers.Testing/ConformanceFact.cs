using System.Collections.Immutable;

namespace Msp.Customers.Testing;

/// <summary>One requirement that every store meets, as a named test case.</summary>
/// <remarks>A fact depends on no test framework, has no state, and can run in parallel with other facts.</remarks>
public sealed class ConformanceFact
{
    private readonly Func<Trial, Task> body;

    internal ConformanceFact(string name, ConformanceArea area, Func<Trial, Task> body)
        : this(name, [area], body) { }

    internal ConformanceFact(string name, ImmutableArray<ConformanceArea> areas, Func<Trial, Task> body)
    {
        Name = name;
        Areas = areas;
        this.body = body;
    }

    /// <summary>The requirement as a sentence. The names of all facts are different.</summary>
    public string Name { get; }

    /// <summary>
    /// The areas of the fact. A fact with several areas, such as usage and several MSPs, is for a host that supports all of them.
    /// </summary>
    public IReadOnlyList<ConformanceArea> Areas { get; }

    /// <summary>Checks whether a storage conforms to the fact.</summary>
    /// <param name="storage">The storage. It must be new and empty, and no other fact may use it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the storage conforms.</returns>
    /// <exception cref="ConformanceException">The storage does not conform, or it threw an exception.</exception>
    public async Task RunAsync(IStorageFixture storage, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(storage);
        try
        {
            await using var trial = new Trial(storage, await storage.OpenAsync(MspId.Default, cancellationToken), cancellationToken);
            await body(trial);
        }
        catch (ConformanceException e)
        {
            throw new ConformanceException($"{Name}. {e.Message}", e.InnerException);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new ConformanceException(
                $"{Name}. A store is expected to do this without an exception; it threw {e.GetType().Name}: {e.Message}",
                e
            );
        }
    }

    /// <summary>Returns the requirement as a sentence.</summary>
    public override string ToString() => Name;
}
