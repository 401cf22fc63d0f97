namespace Msp.Customers.Benchmarks.Quotas;

public enum QuotaLayout
{
    // A quota a month, each beginning the day after the one before ended.
    Months,

    // The same, but every fourth quota is a top-up that runs for half a year beside the others.
    TopUps,
}
