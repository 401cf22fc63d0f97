using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>The account name is changed after registration. The rule is off unless the host fixes account names.</summary>
public sealed class AccountNameFixed : PlainPolicy<Customer>
{
    internal AccountNameFixed()
        : base("account-name.fixed", Severity.Error, "The account name does not change after registration.") { }

    /// <inheritdoc/>
    public override void Judge(Change<Customer> change, ICollection<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (change.Before is { } before && before.Account.AccountName != change.After.Account.AccountName)
        {
            found.Add(Violated(nameof(CustomerDraft.AccountName)));
        }
    }
}
