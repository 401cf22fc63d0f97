using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>The Customer Details page of a customer as data, from the library and from the host's sources.</summary>
public sealed record CustomerDetails
{
    internal CustomerDetails() { }

    /// <summary>The customer's id.</summary>
    public required CustomerId Id { get; init; }

    /// <summary>The day of the details, in the customer's time zone.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The status of the customer.</summary>
    public required CustomerStatus Status { get; init; }

    /// <summary>The account details.</summary>
    public required AccountDetails Account { get; init; }

    /// <summary>The service plan, with the tenant type and the license.</summary>
    public required PlanDetails Plan { get; init; }

    /// <summary>The storage regions and the credit quotas.</summary>
    public required StorageAndCredits StorageAndCredits { get; init; }

    /// <summary>The contacts, the primary contact first.</summary>
    public required IReadOnlyList<Contact> Contacts { get; init; }

    /// <summary>The customer's ids in other systems.</summary>
    public required IReadOnlyList<ExternalReference> References { get; init; }

    /// <summary>The backup jobs, from the host.</summary>
    public required ExternalSection<BackupJobs> BackupJobs { get; init; }

    /// <summary>The summary of data protection, from the host.</summary>
    public required ExternalSection<DataProtection> DataProtection { get; init; }

    /// <summary>The service utilization, from the host.</summary>
    public required ExternalSection<ServiceUtilization> ServiceUtilization { get; init; }

    /// <summary>The growth of stored data, from the host.</summary>
    public required ExternalSection<StorageGrowth> StorageGrowth { get; init; }

    /// <summary>The cloud status, from the host.</summary>
    public required ExternalSection<CloudStatus> CloudStatus { get; init; }

    /// <summary>The link to the customer's console, from the host; without a value when the link has expired.</summary>
    public required ExternalSection<ConsoleLink> Console { get; init; }
}
