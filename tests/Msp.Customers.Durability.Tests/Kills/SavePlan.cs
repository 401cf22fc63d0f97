using System.Globalization;
using Msp.Customers.Durability.Writer;

namespace Msp.Customers.Durability.Tests.Kills;

// A valid sequence of saves, the same in every run.
internal sealed class SavePlan
{
    private readonly Random random = new(20);
    private readonly List<string> living = [];
    private int number;

    public List<Save> Done { get; } = [];

    // A save that was not acknowledged is not repeated. Many new rows use the bulk inserts of the provider.
    public Save Next(SaveKind kind, bool ofMany)
    {
        number++;
        if (kind == SaveKind.Add)
        {
            return new Save(
                kind,
                number,
                [
                    .. Enumerable
                        .Range(0, ofMany ? 24 : random.Next(1, 4))
                        .Select(n => string.Create(CultureInfo.InvariantCulture, $"c-{number}-{n}")),
                ]
            );
        }

        var ids = living.ToArray();
        random.Shuffle(ids);
        return new Save(
            kind,
            number,
            ids[
                ..(
                    kind == SaveKind.Post
                        ? ofMany
                            ? 3
                            : 1
                        : random.Next(1, 4)
                )
            ]
        );
    }

    // The saves before a save of the kind.
    public IEnumerable<Save> Before(SaveKind kind)
    {
        for (var saves = random.Next(1, 4); saves > 0 || living.Count < 3; saves--)
        {
            yield return Next(living.Count < 3 ? SaveKind.Add : kind, ofMany: random.Next(2) == 0);
        }
    }

    public void Add(Save done)
    {
        Done.Add(done);
        living.AddRange(done.Kind == SaveKind.Add ? done.Ids : []);
        living.RemoveAll(id => done.Kind == SaveKind.Delete && done.Ids.Contains(id));
    }
}
