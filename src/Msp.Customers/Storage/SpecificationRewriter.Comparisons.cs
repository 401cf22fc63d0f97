using System.Linq.Expressions;

namespace Msp.Customers.Storage;

internal abstract partial class SpecificationRewriter
{
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (!IsComparison(node.NodeType))
        {
            // As in C#, the right side is not visited when a host value on the left side decides the result.
            var isChoice = node.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse;
            return !isChoice || DependsOnAggregate(node.Left) ? node.Update(Visit(node.Left), node.Conversion, Visit(node.Right))
                : SpecificationValues.ValueOf(node.Left) is true == (node.NodeType == ExpressionType.OrElse) ? node.Left
                : Visit(node.Right);
        }

        if (node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual)
        {
            if (IsUnstorable(node.Left) || IsUnstorable(node.Right))
            {
                return Expression.Constant(node.NodeType == ExpressionType.NotEqual);
            }
        }
        else if (!node.Left.Type.IsValueType)
        {
            ThrowIfMissing(node.Left);
            ThrowIfMissing(node.Right);
        }

        if (node.Left.Type == typeof(QuotaLimit) && DependsOnAggregate(node.Left) && DependsOnAggregate(node.Right))
        {
            throw Refused("a comparison of two limits");
        }

        var (left, right) = (Compared(node.Left), Compared(node.Right));
        left = left.Type != right.Type && Nullable.GetUnderlyingType(left.Type) is null ? Expression.Convert(left, right.Type) : left;
        right = left.Type != right.Type ? Expression.Convert(right, left.Type) : right;
        return Comparison(
            left == node.Left && right == node.Right
                ? node
                : Expression.MakeBinary(node.NodeType, left, right, liftToNull: false, node.Method)
        );
    }

    private bool IsUnstorable(Expression expression) =>
        SpecificationValues.IsChecked(expression.Type)
        && !DependsOnAggregate(expression)
        && !SpecificationValues.IsStorable(SpecificationValues.ValueOf(expression));

    // In C#, null has a place in the order of ids and names. In SQL it has none.
    private void ThrowIfMissing(Expression operand)
    {
        if (!DependsOnAggregate(operand))
        {
            ArgumentNullException.ThrowIfNull(SpecificationValues.ValueOf(operand), "specification");
        }
        else if (
            operand is not MemberExpression { Member: var member }
            || (operand.Type == typeof(PlanId) && member.DeclaringType == typeof(Customer))
        )
        {
            throw Refused("an order of values that can be null, such as the plans of customers (use == instead)");
        }
    }

    // x.Value and (T)x are compared as x, so that a missing value does not throw. A limit is compared as a whole.
    private Expression Compared(Expression operand) =>
        !DependsOnAggregate(operand) ? Visit(operand)
        : OptionalOf(operand) is { } optional ? Visit(optional)
        : operand is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } number && EnumOf(number) is { } named
            ? Number(number, named)
        : operand is MemberExpression limit && IsLimit(limit) ? Owner(limit)
        : Visit(operand);

    private static bool IsLimit(MemberExpression member) =>
        member.Type == typeof(QuotaLimit) && QueryableMembers.Of(member.Member) == QueryableAs.Value;

    // Returns the enumeration below a conversion to a number: C# compiles a comparison of enumerations to a comparison of numbers.
    private static Expression? EnumOf(UnaryExpression number)
    {
        var value = OptionalOf(number.Operand) ?? number.Operand;
        return
            (Nullable.GetUnderlyingType(value.Type) ?? value.Type).IsEnum
            && (Nullable.GetUnderlyingType(number.Type) ?? number.Type) == typeof(int)
            ? value
            : null;
    }

    private UnaryExpression Number(UnaryExpression number, Expression named)
    {
        var (visited, type) = (Visit(named), Nullable.GetUnderlyingType(named.Type) is null ? number.Type : typeof(int?));
        return visited == number.Operand && type == number.Type ? number : Expression.Convert(visited, type);
    }

    private static Expression? OptionalOf(Expression operand) =>
        operand switch
        {
            MemberExpression { Member.Name: nameof(Nullable<>.Value), Expression: { } optional }
                when Nullable.GetUnderlyingType(optional.Type) is not null => optional,
            UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: var optional }
                when Nullable.GetUnderlyingType(optional.Type) == operand.Type => optional,
            _ => null,
        };

    private static bool IsComparison(ExpressionType type) =>
        type
            is ExpressionType.Equal
                or ExpressionType.NotEqual
                or ExpressionType.LessThan
                or ExpressionType.LessThanOrEqual
                or ExpressionType.GreaterThan
                or ExpressionType.GreaterThanOrEqual;
}
