using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>The customer's details page as data: what the library knows, and what only the host does.</summary>
public sealed record CustomerDetails
{
    internal CustomerDetails() { }

    /// <summary>The customer.</summary>
    public required CustomerId Id { get; init; }

    /// <summary>The day of the page, in the customer's zone.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Whether the customer is served.</summary>
    public required CustomerStatus Status { get; init; }

    /// <summary>Account details.</summary>
    public required AccountDetails Account { get; init; }

    /// <summary>The service plan, with tenant type and license.</summary>
    public required PlanDetails Plan { get; init; }

    /// <summary>Storage regions and credit quotas.</summary>
    public required StorageAndCredits StorageAndCredits { get; init; }

    /// <summary>The contact persons, the primary one first.</summary>
    public required IReadOnlyList<Contact> Contacts { get; init; }

    /// <summary>What other systems call the customer.</summary>
    public required IReadOnlyList<ExternalReference> References { get; init; }

    /// <summary>Backup jobs, from the host.</summary>
    public required ExternalSection<BackupJobs> BackupJobs { get; init; }

    /// <summary>The summary of data protection, from the host.</summary>
    public required ExternalSection<DataProtection> DataProtection { get; init; }

    /// <summary>Service utilization, from the host.</summary>
    public required ExternalSection<ServiceUtilization> ServiceUtilization { get; init; }

    /// <summary>Storage growth, from the host.</summary>
    public required ExternalSection<StorageGrowth> StorageGrowth { get; init; }

    /// <summary>The cloud status, from the host.</summary>
    public required ExternalSection<CloudStatus> CloudStatus { get; init; }

    /// <summary>The way to the customer's console, from the host; none when it has expired already.</summary>
    public required ExternalSection<ConsoleLink> Console { get; init; }
}
