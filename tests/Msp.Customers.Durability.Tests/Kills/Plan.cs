using System.Globalization;
using Msp.Customers.Durability.Writer;

namespace Msp.Customers.Durability.Tests.Kills;

// Saves that can follow each other, the same in every run.
internal sealed class Plan
{
    // So many that they take the provider's fast way.
    private const int Many = 24;
    private const int Few = 4;
    private readonly Random random = new(20);
    private readonly List<string> living = [];
    private int number;

    public List<Save> Done { get; } = [];

    // Of the kind, where there are customers for it. One that was not done is none, and is not tried again.
    public Save Next(SaveKind kind)
    {
        number++;
        kind = living.Count < Few ? SaveKind.Add : kind;
        var count = random.Next(1, Few);
        return new Save(kind, number, kind == SaveKind.Add
            ? [.. Enumerable.Range(0, number % 2 == 0 ? Many : count).Select(n => string.Create(CultureInfo.InvariantCulture, $"c-{number}-{n}"))]
            : [.. random.GetItems(living.ToArray(), count).Distinct()]);
    }

    public void Add(Save done)
    {
        Done.Add(done);
        living.AddRange(done.Kind == SaveKind.Add ? done.Ids : []);
        living.RemoveAll(id => done.Kind == SaveKind.Delete && done.Ids.Contains(id));
    }
}
