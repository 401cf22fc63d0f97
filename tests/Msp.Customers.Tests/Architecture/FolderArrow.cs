namespace Msp.Customers.Tests.Architecture;

// An arrow from a folder to another whose types it uses, with one example. The project's own folder is "".
internal sealed record FolderArrow(string From, string To, string Example)
{
    public override string ToString() => $"{(From.Length == 0 ? "the root" : From)} uses {(To.Length == 0 ? "the root" : To)}: {Example}";
}
