using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers.Storage;

// The values that a host's specification brings along: what its expressions hold beside the members of the aggregate.
internal static class SpecificationValues
{
    public static object? ValueOf(Expression expression) =>
        expression switch
        {
            ConstantExpression constant => constant.Value,
            MemberExpression { Member: FieldInfo field, Expression: { } owner } => field.GetValue(
                ValueOf(owner) ?? throw new ArgumentException($"A specification reads {field.Name} of an object that is null.")
            ),
            UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: ConstantExpression { Value: null } } => null,
            _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
        };

    // The items of a list that may be found. An array is a span where a compiler prefers it so.
    public static List<object?> ItemsOf(Expression list)
    {
        var values = ValueOf(list is MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var array] } ? array : list);
        ArgumentNullException.ThrowIfNull(values, nameof(list));
        var items = ((IEnumerable)values).Cast<object?>().ToList();
        items.ForEach(ThrowIfUnsupportedDate);
        return items.FindAll(IsStorable);
    }

    // Whether a storage can hold the value: text, folded, an id or neither, without a NUL character and unpaired surrogates.
    public static bool IsStorable(object? value) =>
        value switch
        {
            string text => TextLimits.IsStorable(text),
            NameKey key => TextLimits.IsStorable(key.Value),
            CustomerId customer => TextLimits.IsStorable(customer.Value),
            PlanId plan => TextLimits.IsStorable(plan.Value),
            _ => true,
        };

    // A value of a type whose content decides whether a storage can compare with it.
    public static bool IsChecked(Type type) =>
        type == typeof(string)
        || type == typeof(NameKey)
        || type == typeof(CustomerId)
        || type == typeof(PlanId)
        || (Nullable.GetUnderlyingType(type) ?? type) == typeof(LocalDate);

    public static void ThrowIfUnsupportedDate(object? value)
    {
        if (value is LocalDate date)
        {
            SupportedDates.Demand(date, "specification");
        }
    }
}
