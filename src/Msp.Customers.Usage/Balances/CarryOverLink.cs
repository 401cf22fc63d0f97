namespace Msp.Customers.Usage;

// What a limited lot takes over of a limited one that ends before it starts: of which rank, at most how much, and whether what that one took over itself counts.
// Of several heirs that start together the one with the smaller turn comes first.
internal sealed record CarryOverLink(int From, Int128 Cap, bool Compounds, int Turn);
