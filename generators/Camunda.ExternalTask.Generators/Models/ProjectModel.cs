namespace Camunda.ExternalTask.Generators.Models;

/// <summary>The properties of an assembly that its generated registration and constants depend on.</summary>
/// <param name="AssemblyName">The assembly's name.</param>
/// <param name="RegistrationMethod">The name of a public registration method; null for the internal one.</param>
/// <param name="DeclaresEmbeddedAttribute">Whether the user or another generator declares the attribute that hides types from other assemblies.</param>
internal sealed record ProjectModel(string AssemblyName, string? RegistrationMethod, bool DeclaresEmbeddedAttribute);
