namespace Camunda.ExternalTask.Generators.Pipeline;

/// <summary>Names of the pipeline's steps. Tests use them to check which steps ran again.</summary>
internal static class TrackingNames
{
    public const string Handlers = nameof(Handlers);
    public const string Inputs = nameof(Inputs);
    public const string Outputs = nameof(Outputs);
    public const string Errors = nameof(Errors);
    public const string Starts = nameof(Starts);
    public const string Messages = nameof(Messages);
    public const string Signals = nameof(Signals);
    public const string HasModels = nameof(HasModels);
    public const string ResolvedHandlers = nameof(ResolvedHandlers);
    public const string ResolvedInputs = nameof(ResolvedInputs);
    public const string ResolvedOutputs = nameof(ResolvedOutputs);
    public const string ResolvedErrors = nameof(ResolvedErrors);
    public const string Project = nameof(Project);
    public const string Registration = nameof(Registration);
    public const string EmbeddedAttribute = nameof(EmbeddedAttribute);
    public const string Constants = nameof(Constants);
    public const string ConstantTable = nameof(ConstantTable);
    public const string ConstantsFiles = nameof(ConstantsFiles);
    public const string ConstantsClasses = nameof(ConstantsClasses);
}
