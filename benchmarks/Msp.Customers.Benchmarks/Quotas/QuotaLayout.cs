namespace Msp.Customers.Benchmarks.Quotas;

public enum QuotaLayout
{
    // One quota a month, each beginning on the day after the previous one ended.
    Months,

    // The same, but every fourth quota is a top-up that runs for half a year beside the others.
    TopUps,
}
