using System.Globalization;

namespace Msp.Customers.Durability.Writer;

public enum SaveKind
{
    Add,
    Change,
    Post,
    Delete,
}

// One save of several customers, all or none. Its text, such as "Change 7 c-3 c-5", is the input line and the reason in the change log.
public sealed record Save(SaveKind Kind, int Number, IReadOnlyList<string> Ids)
{
    public static Save Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var words = line.Split(' ');
        return new Save(Enum.Parse<SaveKind>(words[0]), int.Parse(words[1], CultureInfo.InvariantCulture), words[2..]);
    }

    public override string ToString() => $"{Kind} {Number.ToString(CultureInfo.InvariantCulture)} {string.Join(' ', Ids)}";
}
