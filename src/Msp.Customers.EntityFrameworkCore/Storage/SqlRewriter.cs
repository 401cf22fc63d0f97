using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Storage;

namespace Msp.Customers.EntityFrameworkCore;

// Rewrites an expression of a host's specification so that it means the same in SQL as in memory.
internal sealed class SqlRewriter : SpecificationRewriter
{
    private static readonly MethodInfo IndexOf = typeof(string).GetMethod(nameof(string.IndexOf), [typeof(string)])!;
    private static readonly MethodInfo Substring = typeof(string).GetMethod(nameof(string.Substring), [typeof(int)])!;
    private static readonly MethodInfo HasPart = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;

    private static readonly MethodInfo CountOf = typeof(Enumerable)
        .GetMethods()
        .Single(m => m.Name == nameof(Enumerable.Count) && m.GetParameters().Length == 1);

    private static readonly MethodInfo ContainsOf = typeof(Enumerable)
        .GetMethods()
        .Single(m => m.Name == nameof(Enumerable.Contains) && m.GetParameters().Length == 2);

    // Databases differ in the position of nulls; in memory they are first.
    public static bool CanBeNull(Expression key) =>
        Nullable.GetUnderlyingType(key.Type) is not null || (!key.Type.IsValueType && key is not MemberExpression { Member.Name: "Id" });

    // Text is compared by code point. The providers translate StartsWith and EndsWith to LIKE, which may ignore letter case.
    private protected override Expression Text(TextOperation operation, Expression text, string argument)
    {
        var part = Parameter(argument);
        Expression condition = operation switch
        {
            TextOperation.StartsWith => Expression.Equal(Expression.Call(text, IndexOf, part), Expression.Constant(0)),
            TextOperation.EndsWith => Expression.Equal(
                Expression.Call(
                    text,
                    Substring,
                    Expression.Subtract(Expression.Property(text, nameof(string.Length)), Parameter(argument.EnumerateRunes().Count()))
                ),
                part
            ),
            _ => Expression.Call(text, HasPart, part),
        };
        return Expression.AndAlso(Expression.NotEqual(text, Null(text)), condition);
    }

    private protected override Expression Value(MemberExpression member)
    {
        var owner = member.Expression!;
        return (member.Member.DeclaringType!.Name, member.Member.Name) switch
        {
            (nameof(Customer), nameof(Customer.Status)) => Status(owner),
            (nameof(QuotaLimit), nameof(QuotaLimit.IsUnlimited)) => IsUnlimited(owner),
            (nameof(QuotaLimit), nameof(QuotaLimit.Credits)) => Expression.Condition(
                IsUnlimited(owner),
                Expression.Constant(null, typeof(Credits?)),
                Expression.Convert(Micros(owner), typeof(Credits?))
            ),
            (nameof(CustomerId) or nameof(PlanId) or nameof(Names.NameKey), "Value") => AsText(owner),
            _ => member,
        };
    }

    private protected override Expression SortKey(Expression key) =>
        Unboxed(key) is var value && value == key ? key : Expression.Convert(Ordered(value), typeof(object));

    // With a null operand, a < b is false and !(a < b) is true, as in C#.
    private protected override Expression Comparison(BinaryExpression comparison)
    {
        if (comparison.Left.Type == typeof(QuotaLimit))
        {
            return LimitComparison(comparison);
        }

        if (comparison.NodeType is ExpressionType.Equal or ExpressionType.NotEqual)
        {
            return comparison;
        }

        var (left, right) = (OrderedNumber(comparison.Left), OrderedNumber(comparison.Right));
        Expression compared =
            left == comparison.Left && right == comparison.Right
                ? comparison
                : Expression.MakeBinary(comparison.NodeType, left, right, liftToNull: false, comparison.Method);
        foreach (var operand in new[] { right, left })
        {
            compared = Nullable.GetUnderlyingType(operand.Type) is null
                ? compared
                : Expression.AndAlso(Expression.NotEqual(operand, Null(operand)), compared);
        }

        return compared;
    }

    private protected override Expression Count(MemberExpression count, MemberExpression list) =>
        Expression.Call(CountOf.MakeGenericMethod(list.Type.GetGenericArguments()[0]), list);

    private protected override Expression Contains(IReadOnlyCollection<object?> values, Expression item)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item.Type))!;
        foreach (var value in values)
        {
            list.Add(value);
        }

        return Expression.Call(
            ContainsOf.MakeGenericMethod(item.Type),
            Parameter(list, typeof(IEnumerable<>).MakeGenericType(item.Type)),
            item
        );
    }

    private protected override Expression Conversion(UnaryExpression conversion) =>
        conversion.Type != typeof(object) && Ordered(conversion.Operand) is var number && number != conversion.Operand
            ? Expression.Convert(number, conversion.Type)
            : conversion;

    // A field of a variable, which becomes a parameter of the statement.
    internal static UnaryExpression Parameter(object value, Type type) => Expression.Convert(Parameter(value), type);

    internal static MemberExpression Parameter<T>(T value) =>
        Expression.Field(Expression.Constant(new Variable<T> { Value = value }), nameof(Variable<>.Value));

    private static ConditionalExpression Status(Expression customer) =>
        Expression.Condition(
            IsSet(customer, nameof(Customer.ClosedOn)),
            Expression.Constant(CustomerStatus.Closed),
            Expression.Condition(
                IsSet(customer, nameof(Customer.SuspendedOn)),
                Expression.Constant(CustomerStatus.Suspended),
                Expression.Constant(CustomerStatus.Active)
            )
        );

    private static BinaryExpression IsSet(Expression owner, string member)
    {
        var value = Expression.Property(owner, member);
        return Expression.NotEqual(value, Null(value));
    }

    // Reads a converted column as its stored text.
    private static UnaryExpression AsText(Expression id) => Expression.Convert(Expression.Convert(id, typeof(object)), typeof(string));

    private static MethodCallExpression IsUnlimited(Expression limit) =>
        StoredValue<bool>(((MemberExpression)limit).Expression!, "isUnlimited");

    private static MethodCallExpression Micros(Expression limit) => StoredValue<Credits>(((MemberExpression)limit).Expression!, "credits");

    private static MethodCallExpression StoredValue<T>(Expression owner, string field) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [typeof(T)], owner, Expression.Constant(field));

    private Expression LimitComparison(BinaryExpression comparison)
    {
        var (asked, value) = DependsOnAggregate(comparison.Left)
            ? (comparison.Left, comparison.Right)
            : (comparison.Right, comparison.Left);
        Expression equal = ((QuotaLimit)SpecificationValues.ValueOf(value)!).Credits is { } credits
            ? Expression.AndAlso(Expression.Not(IsUnlimited(asked)), Expression.Equal(Micros(asked), Parameter(credits)))
            : IsUnlimited(asked);
        return comparison.NodeType == ExpressionType.Equal ? equal : Expression.Not(equal);
    }

    private static Expression OrderedNumber(Expression operand) =>
        operand is UnaryExpression { NodeType: ExpressionType.Convert } number
        && Ordered(number.Operand) is var ordered
        && ordered != number.Operand
            ? number.Type == ordered.Type
                ? ordered
                : Expression.Convert(ordered, number.Type)
            : operand;

    // An enumeration is stored by name and sorted by number.
    private static Expression Ordered(Expression value)
    {
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (!type.IsEnum || IsFlags(type) || value is ConstantExpression)
        {
            return value;
        }

        var numberType = type == value.Type ? typeof(int) : typeof(int?);
        Expression ordered = Expression.Constant(type == value.Type ? int.MaxValue : null, numberType);
        foreach (var named in Enum.GetValues(type).Cast<object>().Reverse())
        {
            ordered = Expression.Condition(
                Expression.Equal(value, Expression.Constant(named, value.Type)),
                Expression.Constant(Convert.ToInt32(named, null), numberType),
                ordered
            );
        }

        return ordered;
    }

    private sealed class Variable<T>
    {
        public required T Value;
    }
}
