namespace Msp.Customers;

/// <summary>
/// What is stored of one customer, plan or usage entry is not possible, such as a name that is empty or a date of the year 0, because something else wrote to the storage.
/// It says which one and which member, so that it can be mended there, and contains nothing of what is stored. What does not ask for it goes on.
/// </summary>
public sealed class UnreadableRowException : Exception
{
    /// <summary>Names what cannot be read.</summary>
    /// <param name="type">What it is, such as <c>Customer</c>.</param>
    /// <param name="id">Its id as text.</param>
    /// <param name="member">The member whose value is not possible, such as <c>Quotas[0].EndDate</c>; null where no single one can be named.</param>
    public UnreadableRowException(string type, string id, string? member)
        : base($"{type} {id} cannot be read: what is stored {(member is null ? "of it" : $"as its {member}")} is not possible.") =>
        (Type, Id, Member) = (type, id, member);

    /// <summary>What it is: <c>Customer</c>, <c>ServicePlan</c>, <c>UsageEntry</c> or <c>ChangeEntry</c>.</summary>
    public string Type { get; }

    /// <summary>Its id as text.</summary>
    public string Id { get; }

    /// <summary>The member whose value is not possible, such as <c>Quotas[0].EndDate</c>; null where no single one can be named.</summary>
    public string? Member { get; }
}
