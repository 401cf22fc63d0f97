using System.Reflection;

namespace Msp.Customers.Tests.Architecture;

internal static class TypeShapes
{
    public static IEnumerable<string> OpenClasses(Assembly assembly) =>
        assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsSealed: false }).Select(t => t.FullName!);

    // Fields that can be set again, and readonly fields with mutable content. Compiler-generated types are left out.
    public static IEnumerable<string> MutableStatics(Assembly assembly) =>
        from type in assembly.GetTypes()
        where !type.Name.StartsWith('<')
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsLiteral && (!field.IsInitOnly || HasMutableContent(field.FieldType))
        select $"{type.FullName}.{field.Name}";

    private static bool HasMutableContent(Type type) =>
        type.IsArray
        || (
            type.IsGenericType
            && type.GetGenericTypeDefinition() is var generic
            && (generic == typeof(List<>) || generic == typeof(Dictionary<,>) || generic == typeof(HashSet<>))
        );
}
