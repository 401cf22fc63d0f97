namespace Msp.Customers;

/// <summary>The exception that is thrown when the stored state of a customer, plan, usage entry or change log entry is not valid.</summary>
/// <remarks>
/// Another program wrote an invalid value, such as an empty name or a date of the year 0. The exception names the row and the member, so
/// that the value can be corrected in the database, and contains no stored values. Operations that do not read the row are not affected.
/// </remarks>
public sealed class UnreadableRowException : Exception
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="type">The type of the row, such as <c>Customer</c>.</param>
    /// <param name="id">The id of the row as text.</param>
    /// <param name="member">The invalid member, such as <c>Quotas[0].EndDate</c>; null when there is no single one.</param>
    public UnreadableRowException(string type, string id, string? member)
        : base($"{type} {id} cannot be read: {(member is null ? "the stored data" : $"the stored value of {member}")} is invalid.") =>
        (Type, Id, Member) = (type, id, member);

    /// <summary>The type of the row: <c>Customer</c>, <c>ServicePlan</c>, <c>UsageEntry</c> or <c>ChangeEntry</c>.</summary>
    public string Type { get; }

    /// <summary>The id of the row as text.</summary>
    public string Id { get; }

    /// <summary>The invalid member, such as <c>Quotas[0].EndDate</c>; null when there is no single one.</summary>
    public string? Member { get; }
}
