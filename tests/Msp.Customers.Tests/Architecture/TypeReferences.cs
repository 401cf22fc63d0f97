using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Msp.Customers.Tests.Architecture;

// The references between the types of an assembly: in bases, constraints, attributes, fields, signatures and inside method bodies.
// A nested type counts as its outermost type.
internal sealed class TypeReferences
{
    private readonly PEReader file;
    private readonly MetadataReader reader;
    private readonly HashSet<(string From, string To)> found = [];
    private TypeDefinitionHandle current;
    private readonly SignatureTypes signatures;

    private TypeReferences(PEReader file)
    {
        this.file = file;
        reader = file.GetMetadataReader();
        signatures = new SignatureTypes(Add);
    }

    public static IReadOnlySet<(string From, string To)> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var references = new TypeReferences(file);
        foreach (var handle in references.reader.TypeDefinitions)
        {
            references.Walk(handle);
        }

        return references.found;
    }

    private void Walk(TypeDefinitionHandle handle)
    {
        current = handle;
        var type = reader.GetTypeDefinition(handle);
        Add(type.BaseType);
        Add(type.GetCustomAttributes());
        Add(type.GetGenericParameters());
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            Add(reader.GetInterfaceImplementation(implemented).Interface);
        }

        foreach (var field in type.GetFields().Select(reader.GetFieldDefinition))
        {
            field.DecodeSignature(signatures, null);
            Add(field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(reader.GetPropertyDefinition))
        {
            Add(property.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
        {
            method.DecodeSignature(signatures, null);
            Add(method.GetCustomAttributes());
            Add(method.GetGenericParameters());
            if (method.RelativeVirtualAddress != 0)
            {
                var body = file.GetMethodBody(method.RelativeVirtualAddress);
                Add(body.LocalSignature);
                InstructionTokens.Of(body).ToList().ForEach(Add);
                body.ExceptionRegions.ToList().ForEach(r => Add(r.CatchType));
            }
        }
    }

    private void Add(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(p => reader.GetGenericParameter(p).GetConstraints()))
        {
            Add(reader.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void Add(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(reader.GetCustomAttribute(attribute).Constructor);
        }
    }

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(signatures, null);
                break;
            case HandleKind.FieldDefinition:
                Add(reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                Add(reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var generic = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                generic.DecodeSignature(signatures, null);
                Add(generic.Method);
                break;
            case HandleKind.MemberReference:
                Add(reader.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            case HandleKind.StandaloneSignature
                when reader.GetStandaloneSignature((StandaloneSignatureHandle)handle) is var locals
                    && locals.GetKind() == StandaloneSignatureKind.LocalVariables:
                locals.DecodeLocalSignature(signatures, null);
                break;
        }
    }

    private void Add(TypeDefinitionHandle handle) => found.Add((NameOf(current), NameOf(handle)));

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? NameOf(outer)
            : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}
