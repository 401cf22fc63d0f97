using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>The numbers of the customer's backup jobs, from the host's backup system.</summary>
/// <param name="Succeeded">The number of jobs that succeeded in the host's period.</param>
/// <param name="Failed">The number of jobs that failed.</param>
/// <param name="Running">The number of jobs that are running.</param>
/// <param name="LastSuccess">The instant of the last success; null when no job has succeeded.</param>
public sealed record BackupJobs(int Succeeded, int Failed, int Running, Instant? LastSuccess);
