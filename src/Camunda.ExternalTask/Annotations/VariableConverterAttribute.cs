namespace Camunda.ExternalTask;

/// <summary>
/// Names the converter of a property of an input, an output or a BPMN error, of a type of one's own wherever it is such a property, or, on the assembly, of a
/// type of somebody else.
/// </summary>
/// <remarks>
/// The property's wins over that of its type, and that over the assembly's; each wins over what the library does with the type by itself. Nullable properties,
/// <see cref="Optional{T}"/>, defaults, <see cref="VariableAttribute.Name"/>, <see cref="VariableAttribute.Scope"/> and
/// <see cref="VariableAttribute.Transient"/> work as ever; the other settings of <see cref="VariableAttribute"/> have no effect, for the converter says what
/// is written. Elements of lists and properties of types that travel as JSON are not converted: these belong to the JSON serializer.
/// </remarks>
/// <param name="converterType">A class or struct that implements <see cref="IVariableConverter{T}"/> for the type of the property, without its nullability.</param>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface | AttributeTargets.Assembly,
    AllowMultiple = true,
    Inherited = false)]
public sealed class VariableConverterAttribute(Type converterType) : Attribute
{
    /// <summary>The converter.</summary>
    public Type ConverterType { get; } = converterType;
}
