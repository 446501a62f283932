using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Values.Scalars;

/// <summary>Reads a value.</summary>
/// <exception cref="VariableException">The value is null or cannot be converted without loss.</exception>
internal delegate T ScalarRead<T>(in VariableValue value, bool strict);

/// <summary>Writes a value.</summary>
/// <exception cref="VariableException">The value must not be sent.</exception>
internal delegate void ScalarWrite<in T>(in VariableEntry entry, T value);
