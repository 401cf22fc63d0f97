using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Msp.Customers.Tests.Architecture;

// Calls each public member of an assembly with null for one argument that must not be null.
// The call must throw, before anything else, an exception with the name of the parameter.
public static class NullArguments
{
    public static async Task<(int Count, List<string> Faults)> TryAsync(Assembly assembly)
    {
        var cases = All(assembly).ToList();
        var faults = new List<string>();
        foreach (var call in cases)
        {
            var thrown = await Record.ExceptionAsync(call.CallAsync);
            if ((thrown as ArgumentException)?.ParamName != call.Null.Name)
            {
                faults.Add($"{call}: {thrown?.Message ?? "accepted"}");
            }
        }

        return (cases.Count, faults);
    }

    private static IEnumerable<Case> All(Assembly assembly)
    {
        var nullability = new NullabilityInfoContext();
        foreach (
            var type in assembly
                .GetExportedTypes()
                .Where(t =>
                    t is { IsInterface: false, IsEnum: false }
                    && !typeof(Delegate).IsAssignableFrom(t)
                    && !typeof(Exception).IsAssignableFrom(t)
                )
        )
        {
            var closed = type.IsGenericTypeDefinition ? Close(type, type.GetGenericArguments()) : type;
            var methods =
                closed
                    ?.GetMethods()
                    .Where(m =>
                        !m.IsSpecialName
                        && m.GetBaseDefinition().DeclaringType!.Assembly == assembly
                        && m.GetCustomAttribute<CompilerGeneratedAttribute>() is null
                    )
                    .Select(m => m.IsGenericMethodDefinition ? Close(m) : m)
                    .OfType<MethodBase>()
                ?? [];
            var constructors = closed is { IsAbstract: false } ? closed.GetConstructors().Where(c => !IsData(c)) : [];
            // A Demand method takes the parameter name from its caller. A span cannot be passed by reflection.
            var members = constructors
                .Concat(methods)
                .Where(m =>
                    !m.Name.StartsWith("Demand", StringComparison.Ordinal) && !m.GetParameters().Any(p => p.ParameterType.IsByRefLike)
                );
            foreach (var member in members.Where(m => m.IsStatic || m.IsConstructor || closed is { IsAbstract: false }))
            {
                foreach (
                    var parameter in member
                        .GetParameters()
                        .Where(p =>
                            !p.ParameterType.IsValueType
                            && !p.ParameterType.IsByRef
                            && nullability.Create(p).WriteState == NullabilityState.NotNull
                        )
                )
                {
                    yield return new Case(member, parameter);
                }
            }
        }
    }

    // A positional record that only stores its arguments: a result that the library creates.
    private static bool IsData(ConstructorInfo constructor) =>
        constructor.DeclaringType!.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null
        && constructor
            .GetParameters()
            .All(p =>
                constructor.DeclaringType!.GetProperty(p.Name!) is { } property
                && property.PropertyType == p.ParameterType
                && p.Name![0] == property.Name[0]
            );

    private static Type? Close(Type type, Type[] parameters) =>
        parameters.Length == 1 && Fits(parameters[0]) ? type.MakeGenericType(typeof(Customer)) : null;

    private static MethodInfo? Close(MethodInfo method) =>
        method.GetGenericArguments() is [var only] && Fits(only) ? method.MakeGenericMethod(typeof(Customer)) : null;

    private static bool Fits(Type parameter) => parameter.GetGenericParameterConstraints().Length == 0;

    private sealed record Case(MethodBase Member, ParameterInfo Null)
    {
        public async Task CallAsync()
        {
            var arguments = Member.GetParameters().Select(p => p.Position == Null.Position ? null : ValueOf(p.ParameterType)).ToArray();
            try
            {
                var target = Member.IsStatic || Member.IsConstructor ? null : RuntimeHelpers.GetUninitializedObject(Member.ReflectedType!);
                var result = Member is ConstructorInfo constructor ? constructor.Invoke(arguments) : Member.Invoke(target, arguments);
                switch (result)
                {
                    case Task task:
                        await task;
                        break;
                    case ValueTask task:
                        await task;
                        break;
                    case IAsyncEnumerable<object> items:
                        await items.GetAsyncEnumerator().MoveNextAsync();
                        break;
                    case IEnumerable items:
                        items.GetEnumerator().MoveNext();
                        break;
                }
            }
            catch (TargetInvocationException e)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException!);
            }
        }

        public override string ToString() =>
            $"{Member.ReflectedType!.FullName!.Split('[')[0]}.{Member.Name}"
            + $"({string.Join(", ", Member.GetParameters().Select(p => p.ParameterType.Name))}): {Null.Name}";

        private static object? ValueOf(Type type) =>
            type == typeof(string) ? "UTC"
            : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
            : type.IsValueType ? Activator.CreateInstance(type)
            : type.IsGenericType
            && type.GetGenericArguments() is [var item]
            && typeof(List<>).MakeGenericType(item) is var list
            && type.IsAssignableFrom(list)
                ? Activator.CreateInstance(list)
            : type.IsInterface
                ? typeof(DispatchProxy)
                    .GetMethod(nameof(DispatchProxy.Create), 2, [])!
                    .MakeGenericMethod(type, typeof(DefaultProxy))
                    .Invoke(null, null)
            : typeof(Delegate).IsAssignableFrom(type) ? EmptyDelegate(type.GetMethod("Invoke")!, type)
            : type == typeof(Stream) ? Stream.Null
            : type.IsAbstract || type.IsByRef ? null
            : RuntimeHelpers.GetUninitializedObject(type);

        private static Delegate EmptyDelegate(MethodInfo signature, Type type) =>
            Expression
                .Lambda(
                    type,
                    signature.ReturnType == typeof(void) ? Expression.Empty() : Expression.Default(signature.ReturnType),
                    signature.GetParameters().Select(p => Expression.Parameter(p.ParameterType))
                )
                .Compile();
    }

    public class DefaultProxy : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => null;
    }
}
