namespace Msp.Customers.Tests.Architecture;

// Folders from top to bottom: a folder uses those of lower layers, and within its layer only what is named sideways.
internal sealed class Layers(string[][] layers, params (string From, string To)[] sideways)
{
    public bool Knows(string folder) => LayerOf(folder) >= 0;

    public bool Allow(FolderArrow arrow) =>
        Knows(arrow.From) && Knows(arrow.To) && (LayerOf(arrow.From) < LayerOf(arrow.To) || sideways.Contains((arrow.From, arrow.To)));

    private int LayerOf(string folder) => Array.FindIndex(layers, layer => layer.Contains(folder));
}
