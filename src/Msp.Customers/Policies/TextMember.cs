using System.Globalization;

namespace Msp.Customers.Policies;

// Where a text stands in a draft and what is asked of it. The path is written only when a rule is broken.
internal readonly record struct TextMember(string Name, int MaxLength, bool IsRequired = false, string List = "", bool LineBreaks = false)
{
    public string Path(int index) =>
        List.Length == 0 ? Name
        : Name.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"{List}[{index}]")
        : string.Create(CultureInfo.InvariantCulture, $"{List}[{index}].{Name}");
}
