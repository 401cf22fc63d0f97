namespace Msp.Customers.Tests.Architecture;

// Folders from top to bottom. A folder uses only folders of lower layers, and the allowed ones within its own layer.
internal sealed class Layers(string[][] layers, params (string From, string To)[] allowed)
{
    public bool Contains(string folder) => LayerOf(folder) >= 0;

    public bool Allow(FolderArrow arrow) =>
        Contains(arrow.From) && Contains(arrow.To) && (LayerOf(arrow.From) < LayerOf(arrow.To) || allowed.Contains((arrow.From, arrow.To)));

    private int LayerOf(string folder) => Array.FindIndex(layers, layer => layer.Contains(folder));
}
