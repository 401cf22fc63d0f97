namespace Msp.Customers.Usage;

// The carry-over of a limited bucket from an earlier limited one: the rank of the earlier bucket, the cap, and whether credits that were
// carried into the earlier bucket count too. Of several buckets that start together, the one with the smallest turn takes its share first.
internal sealed record CarryOverLink(int From, Int128 Cap, bool Compounds, int Turn);
