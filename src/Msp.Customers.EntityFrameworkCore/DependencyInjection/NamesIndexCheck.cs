using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Msp.Customers.Rules;

namespace Msp.Customers.EntityFrameworkCore;

// Reports at startup when the rule about organization names and the unique index contradict each other. A context that cannot be created
// outside of a request is checked when it is first used.
internal sealed class NamesIndexCheck<TContext>(IServiceScopeFactory scopes) : IValidateOptions<MspCustomersOptions>
    where TContext : DbContext
{
    public ValidateOptionsResult Validate(string? name, MspCustomersOptions options)
    {
        using var scope = scopes.CreateScope();
        return ContextOf(scope) is { } context && Fault(context, options.Rules) is { } fault
            ? ValidateOptionsResult.Fail(fault)
            : ValidateOptionsResult.Success;
    }

    public static void Ensure(TContext context, RuleOptions rules)
    {
        if (Fault(context, rules) is { } fault)
        {
            throw new InvalidOperationException(fault);
        }
    }

    private static string? Fault(TContext context, RuleOptions rules) =>
        (context.Model.HasUniqueOrganizationNames(), rules.OrganizationNamesAreUnique) switch
        {
            (true, false) =>
                $"The rule 'organization-name.duplicate' is removed or a warning, and {typeof(TContext).Name} has a unique index on "
                    + "organization names, which refuses what the rule lets pass. "
                    + "Pass uniqueOrganizationNames: false to ApplyMspCustomers or UseEntityFrameworkCore "
                    + "and drop the index from the database, or leave the rule an error.",
            (false, true) => $"The rule 'organization-name.duplicate' is an error, and {typeof(TContext).Name} has no unique index on "
                + "organization names, so that two that are saved at once can both have one. "
                + "Leave out uniqueOrganizationNames: false and add the index to the database, "
                + "or remove the rule or make it a warning.",
            _ => null,
        };

    private static TContext? ContextOf(IServiceScope scope)
    {
        try
        {
            return scope.ServiceProvider.GetRequiredService<TContext>();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
}
