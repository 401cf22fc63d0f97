using System.Linq.Expressions;

namespace Msp.Customers.Testing.Tests.Defects;

// Incorrect translations of a host's specification.
internal static class SpecificationDefects
{
    public static IEnumerable<Defect> All =>
        [
            Swaps("treats StartsWith on text as Contains", "A specification compares text by code point", AnywhereForStart),
            Swaps("compares text without case", "A specification compares text by code point", WithoutCase),
            Swaps(
                "never matches a negated condition on null text",
                "A specification matches no text condition on text that is null",
                NeverMissing
            ),
            Replaces(
                "matches text that cannot be stored",
                "A specification with text that cannot be stored matches no stored text",
                (o, of) =>
                    new ModifiedSpecification(of, e => Swap<ConstantExpression>(e, c => c.Value is false ? Expression.Constant(true) : c))
            ),
            new(
                "replaces unpaired surrogates in ids",
                "GetByIdAsync accepts a customer id or text, and throws ArgumentException for other types",
                new Flaw { Customers = c => new ReplacesSurrogatesInIds(c) }
            ),
            Swaps("treats StartsWith on ids as Contains", "A specification compares ids and their text by code point", AnywhereForStart),
            Replaces(
                "ignores the order by status",
                "A specification filters and sorts by the status, which follows from the dates of a customer",
                (o, of) => new ModifiedSpecification(of, orders: [])
            ),
            Replaces(
                "sorts enumerations by name",
                "A specification compares and sorts enumerations by their numeric values",
                (o, of) => new ModifiedSpecification(of, orders: [.. of.OrderExpressions.Select(ByName)])
            ),
            Swaps(
                "treats less than as less than or equal",
                "A specification filters by dates that can be null, also in negated conditions",
                StrictForNot
            ),
            Swaps("treats All as Any for dates of quotas", "A specification filters by the dates of quotas", AnyForAll),
            Swaps("treats All as Any for limits of quotas", "A specification filters by the limits of quotas", AnyForAll),
            Swaps(
                "treats Any as All for schedules",
                "A specification filters by the dates, limit and next renewal of schedules",
                AllForAny
            ),
            Swaps(
                "treats Any as All for contacts",
                "A specification filters by the name, e-mail address, roles and primary flag of contacts",
                AllForAny
            ),
            Swaps("treats Any as All for regions", "A specification filters by the text of regions and references", AllForAny),
            Swaps("treats And as Or", "A specification combines conditions with and, or, not and the conditional operator", OrForAnd),
            Replaces(
                "sorts only by the first key",
                "A specification sorts null values first, text by code point, and equal customers by id",
                (o, of) => new ModifiedSpecification(of, orders: [.. of.OrderExpressions.Take(1)])
            ),
            Replaces("ignores Skip", "A specification applies Skip and Take", (o, of) => new ModifiedSpecification(of, skip: 0)),
            Replaces(
                "ignores searches",
                "A search of a specification matches any term of a group and all groups, as LIKE with an escape character",
                (o, of) => new ModifiedSpecification(of, searches: [])
            ),
            Replaces(
                "treats all searches as one group",
                "A search of a specification matches any term of a group and all groups, as LIKE with an escape character",
                (o, of) =>
                    new ModifiedSpecification(
                        of,
                        searches: [.. of.SearchCriterias.Select(s => new SearchExpressionInfo<Customer>(s.Selector, s.SearchTerm))]
                    )
            ),
            Replaces(
                "returns nothing for a tagged specification",
                "A tag of a specification does not change the result",
                (o, of) => new ModifiedSpecification(of, take: of.QueryTags.Any() ? 0 : of.Take)
            ),
            Replaces(
                "returns one customer too many",
                "Generated specifications return the same customers as the in-memory store",
                (o, of) => new ModifiedSpecification(of, take: of.Take < 0 ? -1 : of.Take + 1)
            ),
            new(
                "returns projections in reverse order",
                "A specification with a projection returns the selected members",
                new Flaw { Customers = c => new ReversesProjections(c) }
            ),
            Replaces(
                "ignores unsupported statements",
                "A specification with an unsupported statement throws NotSupportedException with its name",
                (o, of) => new ModifiedSpecification(of)
            ),
            new(
                "returns nothing for invalid values",
                "A specification with an invalid value throws ArgumentException",
                new Flaw { Customers = c => new AcceptsInvalidValues(c) }
            ),
            new(
                "returns all customers for unsupported members",
                "A specification with an unsupported member or operator throws NotSupportedException with its name",
                new Flaw { Customers = c => new IgnoresUnsupported(c) }
            ),
            new(
                "finds a customer by the text of any id",
                "GetByIdAsync accepts a customer id or text, and throws ArgumentException for other types",
                new Flaw { Customers = c => new AcceptsAnyIdType(c) }
            ),
            new(
                "sorts plans by id",
                "A specification of plans returns the same plans as the in-memory store",
                new Flaw { Plans = p => new SortsPlansById(p) }
            ),
        ];

    private static Defect Replaces(
        string name,
        string fact,
        Func<IRepositoryBase<Customer>, ISpecification<Customer>, ISpecification<Customer>> instead
    ) => new(name, fact, new Flaw { Customers = c => new ReplacesSpecification(c, instead) });

    private static Defect Swaps(string name, string fact, Func<Expression, Expression> swap) =>
        Replaces(name, fact, (_, of) => new ModifiedSpecification(of, swap));

    private static Expression AnywhereForStart(Expression condition) =>
        Swap<MethodCallExpression>(
            condition,
            call => call.Method.Name == "StartsWith" && call.Arguments.Count == 1 ? Text(call, "Contains") : call
        );

    private static Expression WithoutCase(Expression condition) =>
        Swap<MethodCallExpression>(
            condition,
            call =>
                call.Method.Name == "Contains" && call.Method.DeclaringType == typeof(string) && call.Arguments[0].Type == typeof(string)
                    ? Expression.OrElse(
                        call,
                        Expression.Call(call.Object!, call.Method, Expression.Call(call.Arguments[0], "ToLowerInvariant", []))
                    )
                    : call
        );

    private static Expression NeverMissing(Expression condition) =>
        Swap<UnaryExpression>(
            condition,
            not =>
                not is { NodeType: ExpressionType.Not, Operand: MethodCallExpression { Object: { } text } }
                    ? Expression.AndAlso(Expression.NotEqual(text, Expression.Constant(null, text.Type)), not)
                    : not
        );

    private static Expression StrictForNot(Expression condition) =>
        Swap<BinaryExpression>(condition, b => b.NodeType == ExpressionType.LessThan ? Expression.LessThanOrEqual(b.Left, b.Right) : b);

    private static Expression AnyForAll(Expression condition) => Called(condition, "All", "Any");

    private static Expression AllForAny(Expression condition) => Called(condition, "Any", "All");

    private static Expression OrForAnd(Expression condition) =>
        Swap<BinaryExpression>(condition, b => b.NodeType == ExpressionType.AndAlso ? Expression.OrElse(b.Left, b.Right) : b);

    private static Expression Called(Expression condition, string method, string instead) =>
        Swap<MethodCallExpression>(
            condition,
            call =>
                call.Method.Name == method && call.Arguments.Count == 2
                    ? Expression.Call(typeof(Enumerable), instead, call.Method.GetGenericArguments(), [.. call.Arguments])
                    : call
        );

    private static MethodCallExpression Text(MethodCallExpression call, string instead) =>
        Expression.Call(call.Object!, typeof(string).GetMethod(instead, [call.Arguments[0].Type])!, call.Arguments[0]);

    private static OrderExpressionInfo<Customer> ByName(OrderExpressionInfo<Customer> order) =>
        order.KeySelector.Body is UnaryExpression { Operand: MemberExpression { Member.Name: nameof(Customer.TenantType) } }
            ? new(
                c =>
                    c.TenantType == TenantType.Commercial ? 0
                    : c.TenantType == TenantType.Evaluation ? 1
                    : 2,
                order.OrderType
            )
            : order;

    private static Expression Swap<TExpression>(Expression expression, Func<TExpression, Expression> swap)
        where TExpression : Expression => new Swapping<TExpression>(swap).Visit(expression)!;

    private sealed class Swapping<TExpression>(Func<TExpression, Expression> swap) : ExpressionVisitor
        where TExpression : Expression
    {
        public override Expression? Visit(Expression? node) =>
            base.Visit(node) is var visited && visited is TExpression found ? swap(found) : visited;
    }
}
