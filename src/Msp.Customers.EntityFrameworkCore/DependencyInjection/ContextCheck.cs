using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Msp.Customers.Rules;

namespace Msp.Customers.EntityFrameworkCore;

// Reports at start-up a context without a dialect, and a rule about organization names that disagrees with the unique index. A context that
// cannot be created outside of a request is checked when it is first used.
internal sealed class ContextCheck<TContext>(IServiceScopeFactory scopes) : IValidateOptions<MspCustomersOptions>
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

    private static string? Fault(TContext context, RuleOptions rules)
    {
        if (DialectExtension.Find(context) is null)
        {
            return DialectExtension.Missing(typeof(TContext));
        }

        return (context.Model.HasUniqueOrganizationNames(), rules.OrganizationNamesAreUnique) switch
        {
            (true, false) =>
                $"The rule 'organization-name.duplicate' is removed or a warning, but {typeof(TContext).Name} has a unique index on "
                    + "organization names, which refuses names that the rule allows. Pass uniqueOrganizationNames: false to "
                    + "ApplyMspCustomers and drop the index from the database, or leave the rule an error. The ready-made context always "
                    + "has the index: map a context of your own to allow duplicates.",
            (false, true) => $"The rule 'organization-name.duplicate' is an error, but {typeof(TContext).Name} has no unique index on "
                + "organization names, so that two customers that are saved at the same time can have the same name. Leave out "
                + "uniqueOrganizationNames: false and add the index to the database, or remove the rule or make it a warning.",
            _ => null,
        };
    }

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
