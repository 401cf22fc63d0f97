using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Msp.Customers.Names;

namespace Msp.Customers.Storage;

// Rewrites an expression of a host's specification so that it means the same in memory and in SQL: text is compared by code point, and a
// text condition on null is false. Throws for an expression that could mean something else in SQL, and names it in the message.
internal abstract partial class SpecificationRewriter : ExpressionVisitor
{
    private readonly HashSet<ParameterExpression> parameters = [];
    private bool isResult;

    private protected enum TextOperation
    {
        StartsWith,
        EndsWith,
        Contains,
    }

    public Expression<TDelegate> Condition<TDelegate>(Expression<TDelegate> expression) => Rewrite(expression, Visit);

    public Expression<TDelegate> SortKey<TDelegate>(Expression<TDelegate> expression) =>
        Rewrite(
            expression,
            key =>
            {
                var value = Unboxed(key);
                return value.Type == typeof(object) || (value.Type == typeof(string) && value is not MemberExpression)
                    ? throw Refused("a sort key that is not a member, a number, a date or a condition")
                    : SortKey(Visit(key));
            }
        );

    // Ardalis.Specification converts every sort key to an object.
    public static Expression Unboxed(Expression key) =>
        key is UnaryExpression { NodeType: ExpressionType.Convert } boxed && boxed.Type == typeof(object) ? boxed.Operand : key;

    public Expression<TDelegate> Result<TDelegate>(Expression<TDelegate> expression)
    {
        isResult = true;
        return Rewrite(expression, Visit);
    }

    // An expression that does not depend on the aggregate is a value of the host and stays unchanged.
    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node)
    {
        if (node is null || !DependsOnAggregate(node))
        {
            return node is null || !SpecificationValues.IsChecked(node.Type) ? node : Checked(node);
        }

        return node.NodeType switch
        {
            ExpressionType.MemberAccess or ExpressionType.Call or ExpressionType.Convert or ExpressionType.Conditional => base.Visit(node),
            ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.Coalesce => base.Visit(node),
            ExpressionType.Not or ExpressionType.Or when node.Type == typeof(bool) => base.Visit(node),
            ExpressionType.And when node.Type == typeof(bool) || node.Type == typeof(int) => base.Visit(node),
            ExpressionType.Add when node.Type == typeof(string) => base.Visit(node),
            ExpressionType.New or ExpressionType.MemberInit or ExpressionType.NewArrayInit when isResult => base.Visit(node),
            _ when IsComparison(node.NodeType) => base.Visit(node),
            ExpressionType.Parameter => throw Refused($"the whole {node.Type.Name}"),
            _ => throw Refused(node.NodeType.ToString()),
        };
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (Nullable.GetUnderlyingType(node.Expression!.Type) is not null)
        {
            return isResult || node.Member.Name == nameof(Nullable<>.HasValue)
                ? node.Update(Visit(node.Expression))
                : throw Refused("Nullable.Value outside a comparison");
        }

        if (node.Member.Name == nameof(IReadOnlyCollection<>.Count) && ListOf(node.Expression) is { } list)
        {
            return Count(node, list);
        }

        return QueryableMembers.Of(node.Member) == QueryableAs.Value && node.Type != typeof(QuotaLimit)
            ? Value(node.Update(Owner(node.Expression)))
            : throw Refused($"{node.Member.DeclaringType!.Name}.{node.Member.Name}");
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var (method, arguments) = (node.Method, node.Arguments);
        if (method.DeclaringType == typeof(Enumerable) && ListOf(arguments[0]) is { } list && method.Name is "Any" or "All" or "Count")
        {
            return arguments switch
            {
                [_] => node.Update(null, [list]),
                [_, LambdaExpression condition] => node.Update(null, [list, Nested(condition)]),
                _ => throw Refused($"{method.Name} with a condition that is not written in place as a lambda expression"),
            };
        }

        if (
            method.DeclaringType == typeof(string)
            && node.Object is not null
            && Enum.TryParse<TextOperation>(method.Name, out var operation)
        )
        {
            return Text(operation, node);
        }

        if (method.DeclaringType == typeof(string) && method.Name == nameof(string.IsNullOrEmpty))
        {
            var text = Visit(arguments[0]);
            return Expression.OrElse(Expression.Equal(text, Null(text)), Expression.Equal(text, Expression.Constant("")));
        }

        if (method.DeclaringType == typeof(Enum) && method.Name == nameof(Enum.HasFlag) && !DependsOnAggregate(arguments[0]))
        {
            var flags = node.Object is UnaryExpression boxed ? boxed.Operand : node.Object!;
            var wanted = Expression.Constant(Convert.ToInt32(SpecificationValues.ValueOf(arguments[0]), null));
            return IsFlags(flags.Type)
                ? Expression.Equal(Expression.And(Expression.Convert(Visit(flags), typeof(int)), wanted), wanted)
                : throw Refused($"HasFlag of {flags.Type.Name}, which is not an enumeration of flags");
        }

        // list.Contains(member), in each form that a compiler generates.
        Expression[] operands = node.Object is null ? [.. arguments] : [node.Object, .. arguments];
        var isOfList =
            method.DeclaringType is { } type
            && (
                type == typeof(Enumerable)
                || type == typeof(MemoryExtensions)
                || type.Namespace!.StartsWith("System.Collections", StringComparison.Ordinal)
            );
        return
            isOfList
            && method.Name == nameof(Enumerable.Contains)
            && operands.Skip(2).All(comparer => !DependsOnAggregate(comparer) && SpecificationValues.ValueOf(comparer) is null)
            && !DependsOnAggregate(operands[0])
            && operands[1].Type != typeof(QuotaLimit)
            ? Contains(SpecificationValues.ItemsOf(operands[0]), Visit(operands[1]))
            : throw Refused($"{method.DeclaringType!.Name}.{method.Name}");
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        var operand = Visit(node.Operand);
        if (node.NodeType != ExpressionType.Convert)
        {
            return node.Update(operand);
        }

        var (from, to) = (node.Operand.Type, Nullable.GetUnderlyingType(node.Type) ?? node.Type);
        var isKept = node.Type == typeof(object) || from == to || to == typeof(int) || to == typeof(long) || IsFlags(to);
        return
            node.Method is not null
            || !isKept
            || (Nullable.GetUnderlyingType(from) is not null && to == node.Type && to != typeof(object) && !isResult)
            ? throw Refused($"a conversion from {from.Name} to {node.Type.Name}")
            : Conversion(operand == node.Operand ? node : Expression.Convert(operand, node.Type));
    }

    protected override Expression VisitConditional(ConditionalExpression node) =>
        DependsOnAggregate(node.Test) ? base.VisitConditional(node)
        : SpecificationValues.ValueOf(node.Test) is true ? Visit(node.IfTrue)
        : Visit(node.IfFalse);

    private protected virtual Expression Value(MemberExpression member) => member;

    private protected virtual Expression SortKey(Expression key) => key;

    private protected virtual Expression Comparison(BinaryExpression comparison) => comparison;

    private protected virtual Expression Conversion(UnaryExpression conversion) => conversion;

    private protected virtual Expression Count(MemberExpression count, MemberExpression list) => count.Update(list);

    private protected abstract Expression Contains(IReadOnlyCollection<object?> values, Expression item);

    private protected abstract Expression Text(TextOperation operation, Expression text, string argument);

    private protected static ConstantExpression Null(Expression like) => Expression.Constant(null, like.Type);

    private protected static bool IsFlags(Type type) => type.IsEnum && type.IsDefined(typeof(FlagsAttribute), inherit: false);

    private protected static NotSupportedException Refused(string what) =>
        new($"A specification cannot use {what}. The documentation of storage lists the members and operators that every store supports.");

    private protected bool DependsOnAggregate(Expression expression)
    {
        var search = new ParameterSearch(parameters);
        search.Visit(expression);
        return search.Found;
    }

    private static Expression Checked(Expression node)
    {
        var value = SpecificationValues.ValueOf(node);
        SpecificationValues.ThrowIfUnsupportedDate(value);
        return SpecificationValues.IsStorable(value) ? node : throw Refused("text with a NUL character or an unpaired surrogate");
    }

    private Expression<TDelegate> Rewrite<TDelegate>(Expression<TDelegate> expression, Func<Expression, Expression> rewrite)
    {
        parameters.UnionWith(expression.Parameters);
        var body = rewrite(expression.Body);
        return body == expression.Body ? expression : Expression.Lambda<TDelegate>(body, expression.Parameters);
    }

    private LambdaExpression Nested(LambdaExpression condition)
    {
        parameters.UnionWith(condition.Parameters);
        (var outer, isResult) = (isResult, false);
        var body = Visit(condition.Body);
        isResult = outer;
        return body == condition.Body ? condition : Expression.Lambda(condition.Type, body, condition.Parameters);
    }

    // The owner of a member: the aggregate, an item of one of its lists, one of its parts, a limit, or a value with members of its own.
    private Expression Owner(Expression owner) =>
        owner is ParameterExpression ? owner
        : owner is MemberExpression part && (QueryableMembers.Of(part.Member) == QueryableAs.Part || IsLimit(part))
            ? part.Update(Owner(part.Expression!))
        : Visit(owner);

    private MemberExpression? ListOf(Expression expression) =>
        expression is MemberExpression list && QueryableMembers.Of(list.Member) == QueryableAs.List
            ? list.Update(Owner(list.Expression!))
            : null;

    private Expression Text(TextOperation operation, MethodCallExpression call)
    {
        var (argument, rest) = (call.Arguments[0], call.Arguments.Skip(1).ToList());
        if (DependsOnAggregate(argument))
        {
            throw Refused($"string.{operation} with a member as its argument");
        }

        if (rest.Count > 1 || (rest.Count == 1 && SpecificationValues.ValueOf(rest[0]) is not StringComparison.Ordinal))
        {
            throw Refused($"string.{operation} with a comparison other than StringComparison.Ordinal");
        }

        var value = SpecificationValues.ValueOf(argument)?.ToString();
        ArgumentNullException.ThrowIfNull(value, "value");
        var text = Visit(call.Object!);
        return TextLimits.IsStorable(value) ? Text(operation, text, value) : Expression.Constant(false);
    }

    private sealed class ParameterSearch(HashSet<ParameterExpression> parameters) : ExpressionVisitor
    {
        public bool Found { get; private set; }

        public override Expression? Visit(Expression? node) => Found ? node : base.Visit(node);

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found = Found || parameters.Contains(node);
            return node;
        }
    }
}
