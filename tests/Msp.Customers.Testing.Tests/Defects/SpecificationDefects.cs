using System.Linq.Expressions;

namespace Msp.Customers.Testing.Tests.Defects;

// What a store gets wrong of a host's specification.
internal static class SpecificationDefects
{
    public static IEnumerable<Defect> All =>
        [
            Swaps("finds text anywhere for at its start", "A host's conditions on text compare by code point", AnywhereForStart),
            Swaps("compares text without case", "A host's conditions on text compare by code point", WithoutCase),
            Swaps(
                "meets the opposite of what is missing never",
                "A host's conditions on text that is missing are met by none that ask for it",
                NeverMissing
            ),
            Restated(
                "finds text that cannot be stored by what is left of it",
                "Text that no storage can hold is found nowhere",
                (o, of) => new Restatement(of, e => Swap<ConstantExpression>(e, c => c.Value is false ? Expression.Constant(true) : c))
            ),
            new(
                "reads ids as a driver writes them",
                "Only a customer's own id, or text, finds a customer",
                new Flaw { Customers = c => new ReadsWrittenIds(c) }
            ),
            Swaps(
                "finds ids anywhere for at their start",
                "A host's conditions on ids and their text compare by code point",
                AnywhereForStart
            ),
            Restated(
                "orders by no status",
                "A host's conditions on the status follow from its dates",
                (o, of) => new Restatement(of, orders: [])
            ),
            Restated(
                "orders enumerations by their names",
                "A host's enumerations are ordered by their numbers",
                (o, of) => new Restatement(of, orders: [.. of.OrderExpressions.Select(ByName)])
            ),
            Swaps("takes a date for the one before", "A host's conditions on dates that may be missing have an opposite", StrictForNot),
            Swaps("takes some for all", "A host's conditions on quotas ask their dates", AnyForAll),
            Swaps("takes more for at least", "A host's conditions on quotas ask their limit", AnyForAll),
            Swaps("takes all schedules for some", "A host's conditions on schedules ask their dates, limit and next renewal", AllForAny),
            Swaps(
                "finds e-mail addresses anywhere for at their end",
                "A host's conditions on contacts ask name, e-mail, roles and the primary one",
                AllForAny
            ),
            Swaps("takes all regions for some", "A host's conditions on regions and references ask their texts", AllForAny),
            Swaps("takes or for and", "A host's conditions are joined by and, or, not and a choice", OrForAnd),
            Restated(
                "orders by the first key only",
                "A host's orders put what is missing first, text by code point, and the id last",
                (o, of) => new Restatement(of, orders: [.. of.OrderExpressions.Take(1)])
            ),
            Restated(
                "passes over none",
                "A host's specification passes over the first and takes the next",
                (o, of) => new Restatement(of, skip: 0)
            ),
            Restated(
                "drops a search",
                "A search matches any of its group and all groups, as LIKE with an escape",
                (o, of) => new Restatement(of, searches: [])
            ),
            Restated(
                "takes all searches for one group",
                "A search matches any of its group and all groups, as LIKE with an escape",
                (o, of) =>
                    new Restatement(
                        of,
                        searches: [.. of.SearchCriterias.Select(s => new SearchExpressionInfo<Customer>(s.Selector, s.SearchTerm))]
                    )
            ),
            Restated(
                "answers what is tagged with nothing",
                "A tag changes nothing of the answer",
                (o, of) => new Restatement(of, take: of.QueryTags.Any() ? 0 : of.Take)
            ),
            Restated(
                "takes one more",
                "Generated specifications are answered as memory does",
                (o, of) => new Restatement(of, take: of.Take < 0 ? -1 : of.Take + 1)
            ),
            new(
                "shapes in another order",
                "A host's specification returns the members that it selects",
                new Flaw { Customers = c => new ShapesReversed(c) }
            ),
            Restated(
                "drops what it does not honour",
                "A statement that no store honours is refused by its name",
                (o, of) => new Restatement(of)
            ),
            new(
                "takes what is wrong for nothing",
                "A value that no specification can have is the caller's fault",
                new Flaw { Customers = c => new TakesWrongValues(c) }
            ),
            new(
                "answers what it cannot tell",
                "A member or operator that means another thing in SQL is refused by its name",
                new Flaw { Customers = c => new AnswersAnything(c) }
            ),
            new(
                "finds by any id's text",
                "Only a customer's own id, or text, finds a customer",
                new Flaw { Customers = c => new FindsByAnyId(c) }
            ),
            new(
                "orders plans by their id",
                "A host's specification of plans is answered as memory does",
                new Flaw { Plans = p => new PlansInOrderOfId(p) }
            ),
        ];

    private static Defect Restated(
        string name,
        string fact,
        Func<IRepositoryBase<Customer>, ISpecification<Customer>, ISpecification<Customer>> instead
    ) => new(name, fact, new Flaw { Customers = c => new Restates(c, instead) });

    private static Defect Swaps(string name, string fact, Func<Expression, Expression> swap) =>
        Restated(name, fact, (_, of) => new Restatement(of, swap));

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
