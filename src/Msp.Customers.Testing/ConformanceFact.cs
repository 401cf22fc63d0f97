using System.Collections.Immutable;

namespace Msp.Customers.Testing;

/// <summary>Something that is true of every sound storage: one named case of a test. It depends on no test framework, keeps nothing, and is safe to run beside others.</summary>
public sealed class ConformanceFact
{
    private readonly Func<Trial, Task> body;

    internal ConformanceFact(string name, ConformanceArea subject, Func<Trial, Task> body)
        : this(name, [subject], body) { }

    internal ConformanceFact(string name, ImmutableArray<ConformanceArea> subjects, Func<Trial, Task> body)
    {
        Name = name;
        Subjects = subjects;
        this.body = body;
    }

    /// <summary>The fact as a sentence; no two facts have the same.</summary>
    public string Name { get; }

    /// <summary>What it is about: more than one where it is for a host that has both, such as usage of several MSPs.</summary>
    public IReadOnlyList<ConformanceArea> Subjects { get; }

    /// <summary>Finds out whether it is true of a storage.</summary>
    /// <param name="storage">The storage; fresh and empty, and used for no other fact.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>A task that ends when it is true.</returns>
    /// <exception cref="ConformanceException">It is not true, or the storage failed.</exception>
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
                $"{Name}. A store is expected to do this without failing; it threw {e.GetType().Name}: {e.Message}",
                e
            );
        }
    }

    /// <summary>The fact as a sentence.</summary>
    public override string ToString() => Name;
}
