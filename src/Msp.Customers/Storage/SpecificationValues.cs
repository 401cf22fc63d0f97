using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers.Storage;

// The values of the host in the expressions of a specification.
internal static class SpecificationValues
{
    public static object? ValueOf(Expression expression) =>
        expression switch
        {
            ConstantExpression constant => constant.Value,
            MemberExpression { Member: FieldInfo field, Expression: { } owner } => field.GetValue(
                ValueOf(owner) ?? throw new ArgumentException($"The specification reads {field.Name} of an object that is null.")
            ),
            UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: ConstantExpression { Value: null } } => null,
            _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
        };

    // The items of a list. Newer compilers convert an array to a span.
    public static List<object?> ItemsOf(Expression list)
    {
        var values = ValueOf(list is MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var array] } ? array : list);
        ArgumentNullException.ThrowIfNull(values, nameof(list));
        var items = ((IEnumerable)values).Cast<object?>().ToList();
        items.ForEach(ThrowIfUnsupportedDate);
        return items.FindAll(IsStorable);
    }

    // Whether a store can hold the value: text, a normalized name, an id or another value, without a NUL character and unpaired surrogates.
    public static bool IsStorable(object? value) =>
        value switch
        {
            string text => TextLimits.IsStorable(text),
            NameKey key => TextLimits.IsStorable(key.Value),
            CustomerId customer => TextLimits.IsStorable(customer.Value),
            PlanId plan => TextLimits.IsStorable(plan.Value),
            _ => true,
        };

    // Whether values of the type can contain text that a store cannot compare with.
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
