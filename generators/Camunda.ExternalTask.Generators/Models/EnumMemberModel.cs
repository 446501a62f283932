namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A member of an enum.</summary>
/// <param name="Name">The name as code writes it.</param>
/// <param name="WireName">The text it travels as.</param>
/// <param name="IsAlias">Whether an earlier member has the same number, and is the one that is written.</param>
internal sealed record EnumMemberModel(string Name, string WireName, bool IsAlias);
