namespace Msp.Customers.StorageBenchmarks;

internal static class Demand
{
    // A comparison of different answers would say nothing.
    public static void That(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
