using System.Collections.Immutable;
using Msp.Customers.Names;

namespace Msp.Customers.Rules;

// The invariants of the lists of a draft.
internal static class ItemList
{
    private static readonly RuleDescriptor EmptyItem = RuleDescriptor.Invariant("list.empty-item", "The list contains an empty item.");
    private static readonly RuleDescriptor TooLong = ListTooLong("list.too-long");
    private static readonly RuleDescriptor DuplicateNumber = RuleDescriptor.Invariant(
        "list.duplicate-number",
        "The number {Number} appears more than once.",
        ("Number", typeof(int))
    );

    public static IEnumerable<RuleDescriptor> Codes => [EmptyItem, TooLong, DuplicateNumber];

    public static RuleDescriptor ListTooLong(string code) =>
        RuleDescriptor.Invariant(code, "The list has {Count} items. The maximum is {Max}.", ("Count", typeof(int)), ("Max", typeof(int)));

    public static RuleDescriptor NumberNotFound(string item) =>
        RuleDescriptor.Invariant(
            $"{item}.not-found",
            $"The customer has no {item} {{Number}}. A new {item} must not have a number.",
            ("Number", typeof(int))
        );

    // Limits the work that external input can cause: a draft with a longer list is not checked further.
    public static void CheckCount(int count, string list, ref ViolationList found, RuleDescriptor? rule = null)
    {
        if (count > TextLimits.MaxItems)
        {
            found.Add((rule ?? TooLong).Violated(list, ("Count", count), ("Max", TextLimits.MaxItems)));
        }
    }

    public static void CheckItems<T>(IList<T> items, string list, ImmutableArray<Invariant<T>> invariants, ref ViolationList found)
        where T : class?
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is null)
            {
                found.Add(EmptyItem.Violated(new ItemPath(list, i).Of("")));
            }
            else
            {
                Invariant<T>.CheckAll(items[i], invariants, new ItemPath(list, i), ref found);
            }
        }
    }

    public static void CheckTexts(IList<string?> texts, string list, Text<string?> invariant, ref ViolationList found)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            invariant.Check(texts[i], new ItemPath(list, i), ref found);
        }
    }

    // Numbers must be unique, and must exist in the stored aggregate.
    public static void CheckNumbers<T>(
        IList<T> items,
        string list,
        Func<T, int?> numberOf,
        HashSet<int>? known,
        RuleDescriptor notFound,
        ref ViolationList found
    )
        where T : class?
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is null || numberOf(items[i]) is not { } number)
            {
                continue;
            }

            if (AppearsBefore(items, i, number, numberOf))
            {
                found.Add(DuplicateNumber.Violated(new ItemPath(list, i).Of("Number"), ("Number", number)));
            }

            if (known?.Contains(number) == false)
            {
                found.Add(notFound.Violated(new ItemPath(list, i).Of("Number"), ("Number", number)));
            }
        }
    }

    // The items of a valid draft usually are in order of number, so that the search starts with the previous item.
    private static bool AppearsBefore<T>(IList<T> items, int index, int number, Func<T, int?> numberOf)
        where T : class?
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (items[i] is not null && numberOf(items[i]) == number)
            {
                return true;
            }
        }

        return false;
    }
}
