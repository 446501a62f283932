namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A member of an enum.</summary>
/// <param name="Name">The name as in code.</param>
/// <param name="WireName">The text that is read and written.</param>
/// <param name="IsAlias">Whether an earlier member has the same number and is written instead.</param>
/// <param name="IsObsolete">Whether the member is obsolete.</param>
internal sealed record EnumMemberModel(string Name, string WireName, bool IsAlias, bool IsObsolete);
