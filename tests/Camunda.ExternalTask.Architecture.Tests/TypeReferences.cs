using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Camunda.ExternalTask.Architecture.Tests;

/// <summary>Collects the types that a type refers to: in its declaration, its signatures, its attributes and its code, nested types included.</summary>
internal sealed class TypeReferences
{
    private readonly HashSet<string> _names = [];

    /// <summary>The full names of the outermost types that a type refers to.</summary>
    public static HashSet<string> Of(TypeDefinition type)
    {
        var references = new TypeReferences();
        references.Visit(type);
        return references._names;
    }

    private void Visit(TypeDefinition type)
    {
        Add(type.BaseType);
        AddAttributes(type);
        AddConstraints(type);
        foreach (var implementation in type.Interfaces)
        {
            Add(implementation.InterfaceType);
        }

        foreach (var field in type.Fields)
        {
            Add(field.FieldType);
            AddAttributes(field);
        }

        foreach (var property in type.Properties)
        {
            Add(property.PropertyType);
            AddAttributes(property);
        }

        foreach (var method in type.Methods)
        {
            Visit(method);
        }

        foreach (var nested in type.NestedTypes)
        {
            Visit(nested);
        }
    }

    private void Visit(MethodDefinition method)
    {
        AddAttributes(method);
        AddConstraints(method);
        AddSignature(method);
        if (!method.HasBody)
        {
            return;
        }

        foreach (var variable in method.Body.Variables)
        {
            Add(variable.VariableType);
        }

        foreach (var handler in method.Body.ExceptionHandlers)
        {
            Add(handler.CatchType);
        }

        foreach (var instruction in method.Body.Instructions)
        {
            AddOperand(instruction);
        }
    }

    private void AddOperand(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type:
                Add(type);
                break;
            case FieldReference field:
                Add(field.DeclaringType);
                Add(field.FieldType);
                break;
            case MethodReference method:
                Add(method.DeclaringType);
                AddSignature(method);
                foreach (var argument in (method as GenericInstanceMethod)?.GenericArguments ?? [])
                {
                    Add(argument);
                }

                break;
        }
    }

    private void AddSignature(IMethodSignature method)
    {
        Add(method.ReturnType);
        foreach (var parameter in method.Parameters)
        {
            Add(parameter.ParameterType);
        }
    }

    private void AddConstraints(IGenericParameterProvider provider)
    {
        foreach (var constraint in provider.GenericParameters.SelectMany(static parameter => parameter.Constraints))
        {
            Add(constraint.ConstraintType);
        }
    }

    private void AddAttributes(ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            Add(attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments)
            {
                Add(argument.Value as TypeReference);
            }
        }
    }

    private void Add(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                Add(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                {
                    Add(argument);
                }

                return;
            case TypeSpecification specification:
                Add(specification.ElementType);
                return;
        }

        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        // Only types of the same assembly are a definition or a reference into the same module.
        if (type.Scope is ModuleDefinition)
        {
            _names.Add(type.FullName);
        }
    }
}
