namespace Msp.Customers.StorageBenchmarks;

internal static class Demand
{
    // Competitors with different results cannot be compared.
    public static void That(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
