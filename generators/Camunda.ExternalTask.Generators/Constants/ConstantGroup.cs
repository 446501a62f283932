using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Constants;

/// <summary>The constants of one kind, such as topics.</summary>
/// <param name="Name">The group's C# name.</param>
/// <param name="Summary">The description of the group.</param>
/// <param name="Constants">The constants in the ordinal order of their values.</param>
/// <param name="Ambiguous">The values without a constant, because another value has the same C# name.</param>
internal sealed record ConstantGroup(string Name, string Summary, EquatableArray<ConstantModel> Constants, EquatableArray<string> Ambiguous);
