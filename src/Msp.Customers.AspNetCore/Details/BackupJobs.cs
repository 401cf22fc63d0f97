using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>The customer's backup jobs, as the host's backup system counts them.</summary>
/// <param name="Succeeded">Jobs that ended well in the host's period.</param>
/// <param name="Failed">Jobs that ended badly.</param>
/// <param name="Running">Jobs that run now.</param>
/// <param name="LastSuccess">When a job last ended well; null for never.</param>
public sealed record BackupJobs(int Succeeded, int Failed, int Running, Instant? LastSuccess);
