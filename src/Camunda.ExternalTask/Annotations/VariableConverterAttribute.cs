namespace Camunda.ExternalTask;

/// <summary>
/// Names a converter. On a property of an input, an output or a BPMN error, it applies to that property. On a type, it applies to all such
/// properties of the type. On the assembly, it applies to properties of a type that cannot have the attribute, such as one of another
/// library.
/// </summary>
/// <remarks>
/// The converter of the property overrides that of its type, and that overrides the converter of the assembly. Each of them overrides the
/// library's built-in conversion. Nullable properties, <see cref="Optional{T}"/>, defaults, <see cref="VariableAttribute.Name"/>,
/// <see cref="VariableAttribute.Scope"/> and <see cref="VariableAttribute.Transient"/> work as usual. The other settings of
/// <see cref="VariableAttribute"/> have no effect, because the converter determines what is written. Elements of lists, and properties of
/// types that are serialized as JSON, are not converted; the JSON serializer handles them.
/// </remarks>
/// <param name="converterType">
/// A class or struct that implements <see cref="IVariableConverter{T}"/> for the type of the property, without nullability.
/// </param>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct
    | AttributeTargets.Enum | AttributeTargets.Interface | AttributeTargets.Assembly,
    AllowMultiple = true,
    Inherited = false)]
public sealed class VariableConverterAttribute(Type converterType) : Attribute
{
    /// <summary>The converter.</summary>
    public Type ConverterType { get; } = converterType;
}
