namespace Msp.Customers.Tests.Architecture;

// A dependency of a folder on the types of another folder, with one example. The root folder of the project is "".
internal sealed record FolderArrow(string From, string To, string Example)
{
    public override string ToString() => $"{(From.Length == 0 ? "the root" : From)} uses {(To.Length == 0 ? "the root" : To)}: {Example}";
}
