using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using Msp.Customers.Storage;
using Msp.Customers.Tests.Architecture;

namespace Msp.Customers.Tests.Queries;

// Compares the table in docs/storage.md with the conditions that a store supports, for each public property that a specification can reach.
public sealed partial class QueryableMemberTests
{
    private static readonly (string Of, ParameterExpression Item, Expression Owner)[] Owners =
    [
        On("Customer", (Customer c) => c),
        On("Customer.Account", (Customer c) => c.Account),
        On("CreditQuota", (CreditQuota q) => q),
        On("CreditQuota", (CreditQuota q) => q.Limit),
        On("QuotaSchedule", (QuotaSchedule s) => s),
        On("QuotaSchedule", (QuotaSchedule s) => s.InitialLimit),
        On("QuotaSchedule.Dates", (QuotaSchedule s) => s.Dates),
        On("Contact", (Contact c) => c),
        On("StorageRegion", (StorageRegion r) => r),
        On("ExternalReference", (ExternalReference r) => r),
        On("ServicePlan", (ServicePlan p) => p),
        On("PlanFeature", (PlanFeature f) => f),
        On("CustomerId, PlanId, NameKey", (Customer c) => c.Id),
        On("CustomerId, PlanId, NameKey", (Customer c) => c.ServicePlan!),
        On("CustomerId, PlanId, NameKey", (Customer c) => c.Account.OrganizationKey),
    ];

    [Fact]
    public async Task The_queryable_members_are_exactly_the_documented_members()
    {
        var (documented, tested) = (Documented(), new HashSet<string>());
        foreach (var (of, item, owner) in Owners)
        {
            foreach (
                var property in owner
                    .Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(p => p.GetIndexParameters().Length == 0)
            )
            {
                var name = owner is MemberExpression { Member.Name: ("Limit" or "InitialLimit") and var limit }
                    ? $"{limit}.{property.Name}"
                    : property.Name;
                if (property.Name is nameof(Customer.Account) or nameof(QuotaSchedule.Dates))
                {
                    continue;
                }

                (await IsSupportedAsync(item, Expression.Property(owner, property)))
                    .Should()
                    .Be(documented.Contains($"{of}: {name}"), $"{of}: {name}");
                tested.Add($"{of}: {name}");
            }
        }

        documented.Should().BeSubsetOf(tested);
    }

    private static (string, ParameterExpression, Expression) On<TItem, TOwner>(string of, Expression<Func<TItem, TOwner>> owner) =>
        (of, owner.Parameters[0], owner.Body);

    private static HashSet<string> Documented() =>
        [
            .. File.ReadAllLines(Path.Combine(Repository.Root.FullName, "docs", "storage.md"))
                .SkipWhile(line => !line.StartsWith("| Of | As a value |", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Trim('|', ' ').Split('|'))
                .SelectMany(row =>
                    Code().Matches(string.Join(',', row.Skip(1))).Select(m => $"{row[0].Replace("`", "").Trim()}: {m.Groups[1].Value}")
                ),
        ];

    private static async Task<bool> IsSupportedAsync(ParameterExpression item, Expression member)
    {
        try
        {
            var condition =
                member.Type.IsGenericType && member.Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                    ? (Expression)Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), member.Type.GetGenericArguments(), member)
                    : Expression.Equal(member, Expression.Default(member.Type));
            if (item.Type == typeof(Customer))
            {
                await new InMemoryCustomerStore().ListAsync(new Matching<Customer>(item, condition));
            }
            else if (item.Type == typeof(ServicePlan))
            {
                await new InMemoryPlanStore().ListAsync(new Matching<ServicePlan>(item, condition));
            }
            else if (item.Type == typeof(PlanFeature))
            {
                await new InMemoryPlanStore().ListAsync(new MatchingItem<ServicePlan>(item, condition));
            }
            else
            {
                await new InMemoryCustomerStore().ListAsync(new MatchingItem<Customer>(item, condition));
            }

            return true;
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }

    private class Matching<T> : Specification<T>
    {
        public Matching(ParameterExpression item, Expression condition) => Query.Where(Expression.Lambda<Func<T, bool>>(condition, item));
    }

    private sealed class MatchingItem<T>(ParameterExpression item, Expression condition) : Matching<T>(Owner, AnyOf(item, condition))
    {
        private static readonly ParameterExpression Owner = Expression.Parameter(typeof(T));

        private static MethodCallExpression AnyOf(ParameterExpression item, Expression condition)
        {
            var list = typeof(T).GetProperties().First(p => p.PropertyType == typeof(IReadOnlyList<>).MakeGenericType(item.Type));
            return Expression.Call(
                typeof(Enumerable),
                nameof(Enumerable.Any),
                [item.Type],
                Expression.Property(Owner, list),
                Expression.Lambda(condition, item)
            );
        }
    }

    [GeneratedRegex("`([A-Za-z.]+)`")]
    private static partial Regex Code();
}
