using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Generators.Constants;
using Camunda.ExternalTask.Generators.Emitting;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Generators.Pipeline;

/// <summary>
/// Generates the code of external-task workers: a part for each handler, input, output and BPMN error, the registration of the assembly's
/// handlers, and constants for the BPMN models.
/// </summary>
/// <remarks>It never reports a diagnostic. The analyzers run the same parser and report what it skips.</remarks>
[Generator]
public sealed class ExternalTaskGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var project = context.CompilationProvider.Select(ProjectParser.Parse).WithTrackingName(TrackingNames.Project);

        var models = ParseBpmn(context);
        var classes = FindClasses(context);
        var table = models.Collect().Combine(classes)
            .Select(static (pair, _) => ConstantTable.Of(pair.Left, pair.Right)).WithTrackingName(TrackingNames.ConstantTable);

        var handlers = Parse(context, KnownSymbols.HandlerAttributeName, HandlerParser.Parse, TrackingNames.Handlers)
            .Combine(table).Select(static (pair, _) => ConstantResolver.Resolve(pair.Left, pair.Right)).WithTrackingName(TrackingNames.ResolvedHandlers);
        var inputs = Parse(context, KnownSymbols.TaskInputAttributeName, InputParser.Parse, TrackingNames.Inputs)
            .Combine(table).Select(static (pair, _) => ConstantResolver.Resolve(pair.Left, pair.Right)).WithTrackingName(TrackingNames.ResolvedInputs);
        var outputs = Parse(context, KnownSymbols.TaskOutputAttributeName, OutputParser.Parse, TrackingNames.Outputs)
            .Combine(table).Select(static (pair, _) => ConstantResolver.Resolve(pair.Left, pair.Right)).WithTrackingName(TrackingNames.ResolvedOutputs);
        var errors = Parse(context, KnownSymbols.BpmnErrorAttributeName, BpmnErrorParser.Parse, TrackingNames.Errors)
            .Combine(table).Select(static (pair, _) => ConstantResolver.Resolve(pair.Left, pair.Right)).WithTrackingName(TrackingNames.ResolvedErrors);
        var starts = ParsePayloads(context, KnownSymbols.ProcessStartAttributeName, ProcessPayloadParser.ParseStart, TrackingNames.Starts, table);
        var messages = ParsePayloads(context, KnownSymbols.MessageAttributeName, ProcessPayloadParser.ParseMessage, TrackingNames.Messages, table);
        var signals = ParsePayloads(context, KnownSymbols.SignalAttributeName, ProcessPayloadParser.ParseSignal, TrackingNames.Signals, table);
        var registration = handlers.Collect()
            .Select(static (handlers, _) => RegistrationModel.Of(handlers)).WithTrackingName(TrackingNames.Registration);

        Emit(context, handlers, "Handler", HandlerEmitter.Emit);
        Emit(context, inputs, "Input", InputReaderEmitter.Emit);
        Emit(context, outputs, "Output", OutputWriterEmitter.Emit);
        Emit(context, errors, "BpmnError", BpmnErrorEmitter.Emit);
        Emit(context, starts, "Start", ProcessPayloadEmitter.Emit);
        Emit(context, messages, "Message", ProcessPayloadEmitter.Emit);
        Emit(context, signals, "Signal", ProcessPayloadEmitter.Emit);
        var hasModels = models.Collect().Select(static (models, _) => models.Length > 0).WithTrackingName(TrackingNames.HasModels);
        EmitRegistration(context, registration.Combine(project).Combine(hasModels));
        EmitConstants(context, models.Combine(classes));
        EmitEmbeddedAttribute(context, registration, models.Collect(), project);
    }

    private static IncrementalValuesProvider<AdditionalText> FindModels(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider.Where(static file => Path.GetExtension(file.Path).Equals(".bpmn", StringComparison.OrdinalIgnoreCase));

    // The text of a model does not matter here, so an edit of a model does not change the classes.
    private static IncrementalValueProvider<EquatableArray<ConstantsClass>> FindClasses(IncrementalGeneratorInitializationContext context) => FindModels(context)
        .Combine(context.AnalyzerConfigOptionsProvider)
        .Select(static (pair, _) => (pair.Left.Path, ConstantsClasses.NameSetFor(pair.Left, pair.Right)))
        .Collect()
        .Select(static (files, _) => ConstantsClasses.Of(files)).WithTrackingName(TrackingNames.ConstantsFiles)
        .Combine(context.CompilationProvider)
        .Select(static (pair, _) => ConstantsClasses.Check(pair.Left, pair.Right)).WithTrackingName(TrackingNames.ConstantsClasses);

    private static IncrementalValuesProvider<BpmnConstantsModel> ParseBpmn(IncrementalGeneratorInitializationContext context) => FindModels(context)
        .Select(static (file, token) => BpmnConstants.Of(BpmnReader.Read(file.GetText(token)?.ToString() ?? ""), file.Path))
        .WithTrackingName(TrackingNames.Constants);

    private static IncrementalValuesProvider<ProcessPayloadModel?> ParsePayloads(
        IncrementalGeneratorInitializationContext context,
        string attributeName,
        Func<INamedTypeSymbol, ParsingContext, ProcessPayloadModel?> parse,
        string trackingName,
        IncrementalValueProvider<ConstantTable> table) =>
        Parse(context, attributeName, parse, trackingName).Combine(table).Select(static (pair, _) => ConstantResolver.Resolve(pair.Left, pair.Right));

    // Nulls stay, because the registration needs to know that there are handlers.
    private static IncrementalValuesProvider<T?> Parse<T>(
        IncrementalGeneratorInitializationContext context, string attributeName, Func<INamedTypeSymbol, ParsingContext, T?> parse, string trackingName)
        where T : class => context.SyntaxProvider
        .ForAttributeWithMetadataName(
            attributeName,
            static (node, _) => node is TypeDeclarationSyntax,
            (attributed, token) => attributed.TargetSymbol is INamedTypeSymbol type && IsFirst(attributed) && KnownSymbols.Of(attributed.SemanticModel.Compilation) is { } symbols
                ? parse(type, new(symbols, sink: null, token))
                : null)
        .WithTrackingName(trackingName);

    // If two parts have the attribute, as after copying a class, two files with the same name would throw.
    private static bool IsFirst(GeneratorAttributeSyntaxContext attributed)
    {
        var attributeClass = attributed.Attributes[0].AttributeClass;
        foreach (var attribute in attributed.TargetSymbol.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass))
            {
                return attribute.ApplicationSyntaxReference is { } place
                    && place.SyntaxTree == attributed.TargetNode.SyntaxTree
                    && attributed.TargetNode.Span.Contains(place.Span);
            }
        }

        return false;
    }

    private static void Emit<T>(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<T?> parts, string kind, Func<T, SourceText> emit)
        where T : class, ITypePart => context.RegisterSourceOutput(parts, (output, part) =>
        {
            if (part is not null)
            {
                output.AddSource($"{part.Type.HintName}.{kind}.g.cs", emit(part));
            }
        });

    private static void EmitRegistration(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<((RegistrationModel? Registration, ProjectModel Project) Assembly, bool HasModels)> source) =>
        context.RegisterSourceOutput(source, static (output, source) =>
        {
            if (source.Assembly.Registration is { } registration)
            {
                output.AddSource("Registration.g.cs", RegistrationEmitter.Emit(registration, source.Assembly.Project, source.HasModels));
            }
        });

    private static void EmitConstants(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<(BpmnConstantsModel Model, EquatableArray<ConstantsClass> Classes)> sources) =>
        context.RegisterSourceOutput(sources, static (output, source) =>
        {
            if (!source.Model.Groups.IsEmpty && ConstantsClasses.NameOf(source.Model.Path, source.Classes) is { } name)
            {
                output.AddSource($"{name}.g.cs", ConstantsEmitter.Emit(source.Model, name));
            }
        });

    private static void EmitEmbeddedAttribute(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<RegistrationModel?> registration,
        IncrementalValueProvider<ImmutableArray<BpmnConstantsModel>> models,
        IncrementalValueProvider<ProjectModel> project)
    {
        var isNeeded = registration.Combine(models).Combine(project)
            .Select(static (source, _) =>
            {
                var ((registration, models), project) = source;
                var hidesRegistration = registration is not null && project.RegistrationMethod is null;
                return !project.DeclaresEmbeddedAttribute && (hidesRegistration || models.Any(static model => !model.Groups.IsEmpty));
            })
            .WithTrackingName(TrackingNames.EmbeddedAttribute);
        context.RegisterSourceOutput(isNeeded, static (output, isNeeded) =>
        {
            if (isNeeded)
            {
                output.AddSource("EmbeddedAttribute.g.cs", EmbeddedAttributeEmitter.Emit());
            }
        });
    }
}
