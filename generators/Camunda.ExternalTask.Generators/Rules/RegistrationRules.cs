using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Rules for the registration of handlers.</summary>
internal static class RegistrationRules
{
    private static readonly RuleGroup Group = new("ExternalTask.Declaration");

    public static IReadOnlyList<DiagnosticDescriptor> All => Group.Rules;

    public static readonly DiagnosticDescriptor HandlersOfReferenceMissing = Group.Warning(
        "CET1023",
        "Handlers of a referenced project are not registered",
        "AddHandlers() does not register the handlers of '{0}', such as '{1}'; {2}");
}
