using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Camunda.ExternalTask.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>The library's and the framework's types that declarations use, looked up once per compilation.</summary>
internal sealed class KnownSymbols
{
    public const string HandlerAttributeName = "Camunda.ExternalTask.ExternalTaskHandlerAttribute";
    public const string TaskInputAttributeName = "Camunda.ExternalTask.TaskInputAttribute";
    public const string TaskOutputAttributeName = "Camunda.ExternalTask.TaskOutputAttribute";
    public const string BpmnErrorAttributeName = "Camunda.ExternalTask.BpmnErrorAttribute";
    public const string ProcessStartAttributeName = "Camunda.ExternalTask.ProcessStartAttribute";
    public const string MessageAttributeName = "Camunda.ExternalTask.MessageAttribute";
    public const string SignalAttributeName = "Camunda.ExternalTask.SignalAttribute";

    private static readonly ConditionalWeakTable<Compilation, KnownSymbols> Cache = new();

    private readonly Dictionary<INamedTypeSymbol, ValueKind> _valueKinds;

    private KnownSymbols(Compilation compilation)
    {
        Compilation = compilation;
        HandlerAttribute = Find(HandlerAttributeName);
        TaskInputAttribute = Find(TaskInputAttributeName);
        TaskOutputAttribute = Find(TaskOutputAttributeName);
        BpmnErrorAttribute = Find(BpmnErrorAttributeName);
        ProcessStartAttribute = Find(ProcessStartAttributeName);
        MessageAttribute = Find(MessageAttributeName);
        SignalAttribute = Find(SignalAttributeName);
        CorrelationKeyAttribute = Find("Camunda.ExternalTask.CorrelationKeyAttribute");
        ReportsBpmnErrorAttribute = Find("Camunda.ExternalTask.ReportsBpmnErrorAttribute");
        WorkerBuilder = Find("Camunda.ExternalTask.ExternalTaskWorkerBuilder");
        HandlersAttribute = Find("Camunda.ExternalTask.ExternalTaskHandlersAttribute");
        JsonContextAttribute = Find("Camunda.ExternalTask.TaskJsonContextAttribute");
        VariableAttribute = Find("Camunda.ExternalTask.VariableAttribute");
        VariableConverterAttribute = Find("Camunda.ExternalTask.VariableConverterAttribute");
        ObjectTypeNameAttribute = Find("Camunda.ExternalTask.ObjectTypeNameAttribute");
        BusinessKeyAttribute = Find("Camunda.ExternalTask.BusinessKeyAttribute");
        ExtensionPropertyAttribute = Find("Camunda.ExternalTask.ExtensionPropertyAttribute");
        FromTaskAttribute = Find("Camunda.ExternalTask.FromTaskAttribute");

        TaskProperty = Find("Camunda.ExternalTask.TaskProperty");
        Handler = Find("Camunda.ExternalTask.Generated.IExternalTaskHandler`1");
        TaskInput = Find("Camunda.ExternalTask.Generated.ITaskInput`1");
        TaskOutput = Find("Camunda.ExternalTask.ITaskOutput");
        ProcessStart = Find("Camunda.ExternalTask.IProcessStart");
        ProcessMessage = Find("Camunda.ExternalTask.IProcessMessage");
        ProcessSignal = Find("Camunda.ExternalTask.IProcessSignal");
        BpmnError = Find("Camunda.ExternalTask.BpmnError");
        TaskOutcome = Find("Camunda.ExternalTask.TaskOutcome");
        TaskOutcomeOfOutput = Find("Camunda.ExternalTask.TaskOutcome`1");
        TaskContext = Find("Camunda.ExternalTask.ExternalTaskContext");
        Optional = Find("Camunda.ExternalTask.Optional`1");
        VariableConverter = Find("Camunda.ExternalTask.IVariableConverter`1");

        CancellationToken = Find("System.Threading.CancellationToken");
        Task = Find("System.Threading.Tasks.Task");
        TaskOfResult = Find("System.Threading.Tasks.Task`1");
        ValueTask = Find("System.Threading.Tasks.ValueTask");
        ValueTaskOfResult = Find("System.Threading.Tasks.ValueTask`1");
        ServiceProvider = Find("System.IServiceProvider");
        ObsoleteAttribute = Find("System.ObsoleteAttribute");
        FlagsAttribute = Find("System.FlagsAttribute");
        Exception = Find("System.Exception");
        JsonPropertyNameAttribute = Find("System.Text.Json.Serialization.JsonPropertyNameAttribute");
        Stream = Find("System.IO.Stream");
        Type = Find("System.Type");
        ReadOnlyMemory = Find("System.ReadOnlyMemory`1");
        FromKeyedServicesAttribute = Find("Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute");
        ActivatorConstructorAttribute = Find("Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructorAttribute");
        JsonSerializerContext = Find("System.Text.Json.Serialization.JsonSerializerContext");
        JsonSerializableAttribute = Find("System.Text.Json.Serialization.JsonSerializableAttribute");
        JsonIgnoreAttribute = Find("System.Text.Json.Serialization.JsonIgnoreAttribute");
        JsonIncludeAttribute = Find("System.Text.Json.Serialization.JsonIncludeAttribute");
        JsonDerivedTypeAttribute = Find("System.Text.Json.Serialization.JsonDerivedTypeAttribute");
        JsonEnumMemberNameAttribute = Find("System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute");

        _valueKinds = ValueKinds.Of(Find);
        JsonContexts = new(this);
        Converters = new(this);
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol? HandlerAttribute { get; }

    public INamedTypeSymbol? TaskInputAttribute { get; }

    public INamedTypeSymbol? TaskOutputAttribute { get; }

    public INamedTypeSymbol? BpmnErrorAttribute { get; }

    public INamedTypeSymbol? ProcessStartAttribute { get; }

    public INamedTypeSymbol? MessageAttribute { get; }

    public INamedTypeSymbol? SignalAttribute { get; }

    public INamedTypeSymbol? CorrelationKeyAttribute { get; }

    public INamedTypeSymbol? ProcessStart { get; }

    public INamedTypeSymbol? ProcessMessage { get; }

    public INamedTypeSymbol? ProcessSignal { get; }

    public INamedTypeSymbol? ReportsBpmnErrorAttribute { get; }

    public INamedTypeSymbol? WorkerBuilder { get; }

    public INamedTypeSymbol? HandlersAttribute { get; }

    public INamedTypeSymbol? JsonContextAttribute { get; }

    public INamedTypeSymbol? VariableAttribute { get; }

    public INamedTypeSymbol? VariableConverterAttribute { get; }

    public INamedTypeSymbol? ObjectTypeNameAttribute { get; }

    public INamedTypeSymbol? BusinessKeyAttribute { get; }

    public INamedTypeSymbol? ExtensionPropertyAttribute { get; }

    public INamedTypeSymbol? FromTaskAttribute { get; }

    public INamedTypeSymbol? TaskProperty { get; }

    public INamedTypeSymbol? Handler { get; }

    public INamedTypeSymbol? TaskInput { get; }

    public INamedTypeSymbol? TaskOutput { get; }

    public INamedTypeSymbol? BpmnError { get; }

    public INamedTypeSymbol? TaskOutcome { get; }

    public INamedTypeSymbol? TaskOutcomeOfOutput { get; }

    public INamedTypeSymbol? TaskContext { get; }

    public INamedTypeSymbol? Optional { get; }

    public INamedTypeSymbol? VariableConverter { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? TaskOfResult { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? ValueTaskOfResult { get; }

    public INamedTypeSymbol? ServiceProvider { get; }

    public INamedTypeSymbol? ObsoleteAttribute { get; }

    public INamedTypeSymbol? FlagsAttribute { get; }

    public INamedTypeSymbol? Exception { get; }

    public INamedTypeSymbol? JsonPropertyNameAttribute { get; }

    public INamedTypeSymbol? Stream { get; }

    public INamedTypeSymbol? Type { get; }

    public INamedTypeSymbol? ReadOnlyMemory { get; }

    public INamedTypeSymbol? FromKeyedServicesAttribute { get; }

    public INamedTypeSymbol? ActivatorConstructorAttribute { get; }

    public INamedTypeSymbol? JsonSerializerContext { get; }

    public INamedTypeSymbol? JsonSerializableAttribute { get; }

    public INamedTypeSymbol? JsonIgnoreAttribute { get; }

    public INamedTypeSymbol? JsonIncludeAttribute { get; }

    public INamedTypeSymbol? JsonDerivedTypeAttribute { get; }

    public INamedTypeSymbol? JsonEnumMemberNameAttribute { get; }

    /// <summary>The serializer contexts that declarations use, and the types that they contain.</summary>
    public JsonContexts JsonContexts { get; }

    /// <summary>The converters that attributes set.</summary>
    public VariableConverters Converters { get; }

    /// <summary>The declarations that analyzers have asked for.</summary>
    public ConcurrentDictionary<INamedTypeSymbol, ParsedDeclaration> Declarations { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The inputs that were parsed, for their own declarations and for the handlers that use them.</summary>
    public ConcurrentDictionary<INamedTypeSymbol, InputModel?> Inputs { get; } = new(SymbolEqualityComparer.Default);

    /// <inheritdoc cref="Inputs"/>
    public ConcurrentDictionary<INamedTypeSymbol, OutputModel?> Outputs { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Null if the library is not referenced.</summary>
    public static KnownSymbols? Of(Compilation compilation)
    {
        var symbols = Cache.GetValue(compilation, static compilation => new(compilation));
        return symbols.HandlerAttribute is null ? null : symbols;
    }

    public bool TryGetValueKind(INamedTypeSymbol type, out ValueKind kind) => _valueKinds.TryGetValue(type, out kind);

    private INamedTypeSymbol? Find(string metadataName) => Compilation.GetTypeByMetadataName(metadataName);
}
