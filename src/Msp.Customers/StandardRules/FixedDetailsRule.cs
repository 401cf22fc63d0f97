namespace Msp.Customers.Rules;

/// <summary>Refuses changes of details that are fixed after registration.</summary>
/// <param name="isAccountNameFixed">Whether the account name is fixed, from <see cref="RuleOptions.AccountNameIsFixed"/>.</param>
/// <remarks>
/// Storage regions cannot be removed. Only an evaluation can become commercial; no other tenant type changes. The account name cannot
/// change when the host configures it as fixed.
/// </remarks>
public sealed class FixedDetailsRule(bool isAccountNameFixed)
    : SaveRule<Customer>(AccountNameReadOnly, RegionRemoved, Customer.InvalidConversion)
{
    private static readonly RuleDescriptor AccountNameReadOnly = new(
        "account-name.read-only",
        Severity.Error,
        "The account name cannot be changed after registration."
    );

    private static readonly RuleDescriptor RegionRemoved = new(
        "region.removed",
        Severity.Error,
        "The region {Region} cannot be removed because it may contain data.",
        ("Region", typeof(StorageRegion))
    );

    /// <inheritdoc/>
    public override void Evaluate(Change<Customer> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Before is not { } before)
        {
            return;
        }

        var after = change.After;
        if (isAccountNameFixed && before.Account.AccountName != after.Account.AccountName)
        {
            change.Report(AccountNameReadOnly, nameof(CustomerDraft.AccountName));
        }

        foreach (var region in before.StorageRegions.Except(after.StorageRegions))
        {
            change.Report(RegionRemoved, nameof(Customer.StorageRegions), ("Region", region));
        }

        if (
            before.TenantType != after.TenantType
            && (before.TenantType, after.TenantType) != (TenantType.Evaluation, TenantType.Commercial)
        )
        {
            change.Report(Customer.InvalidConversion, nameof(Customer.TenantType), ("From", before.TenantType), ("To", after.TenantType));
        }
    }
}
