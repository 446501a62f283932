using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Camunda.ExternalTask.Analyzers.Flow;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Contracts;

/// <summary>What the types of a project declare: the handlers of tasks, and what processes and messages carry.</summary>
internal sealed class HandlerContracts : IFlowContracts
{
    private readonly KnownSymbols _symbols;
    private readonly CancellationToken _cancellationToken;
    private readonly ILookup<string, (INamedTypeSymbol Type, HandlerModel Handler)> _handlers;
    private readonly Dictionary<string, BpmnErrorModel> _errors;
    private readonly Payloads _payloads;
    // Rules run at the same time and share the contracts.
    private readonly ConcurrentDictionary<INamedTypeSymbol, TaskContract> _contracts = new(SymbolEqualityComparer.Default);

    private HandlerContracts(
        KnownSymbols symbols,
        IEnumerable<(INamedTypeSymbol Type, HandlerModel Handler)> handlers,
        Dictionary<string, BpmnErrorModel> errors,
        Payloads payloads,
        CancellationToken cancellationToken)
    {
        _symbols = symbols;
        _cancellationToken = cancellationToken;
        _errors = errors;
        _payloads = payloads;
        _handlers = handlers.ToLookup(static pair => pair.Handler.Topic.Value!);
    }

    public static HandlerContracts Of(KnownSymbols symbols, CancellationToken cancellationToken)
    {
        var handlers = new List<(INamedTypeSymbol, HandlerModel)>();
        var errors = new Dictionary<string, BpmnErrorModel>();
        var payloads = new Payloads();
        foreach (var type in TypesOf(symbols.Compilation.Assembly.GlobalNamespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (AttributeReader.Find(type, symbols.HandlerAttribute, cancellationToken) is not null
                && ParsedDeclaration.Of(type, symbols, cancellationToken).Handler is { Topic.Value: not null } handler)
            {
                handlers.Add((type, handler));
            }

            payloads.Add(type, symbols, cancellationToken);
            if (AttributeReader.Find(type, symbols.BpmnErrorAttribute, cancellationToken) is not null
                && ParsedDeclaration.Of(type, symbols, cancellationToken).Error is { Code.Value: { } code } error)
            {
                // Two errors with one code may carry different variables.
                errors[code] = errors.TryGetValue(code, out var other) ? other with { Properties = other.Properties.Concat(error.Properties).ToEquatableArray() } : error;
            }
        }

        return new(symbols, handlers, errors, payloads, cancellationToken);
    }

    /// <inheritdoc/>
    public TaskContract? OfTask(BpmnProcess process, BpmnFlowNode node) => HandlerOf(process, node) is { } type ? ContractOf(type) : null;

    /// <inheritdoc/>
    public EquatableArray<WrittenVariable>? OfStart(string processId) => _payloads.OfStart(processId);

    /// <inheritdoc/>
    public EquatableArray<WrittenVariable>? OfMessage(string name) => _payloads.OfMessage(name);

    /// <summary>The handlers of this project.</summary>
    public IEnumerable<INamedTypeSymbol> Handlers => _handlers.SelectMany(static handlers => handlers).Select(static handler => handler.Type);

    /// <summary>Whether a handler of this project has the topic.</summary>
    public bool Handles(string topic) => _handlers.Contains(topic);

    /// <summary>The only handler of this project that receives a task.</summary>
    public INamedTypeSymbol? HandlerOf(BpmnProcess process, BpmnFlowNode node)
    {
        if (node.External?.Topic is not { HasExpression: false, Value: var topic })
        {
            return null;
        }

        var candidates = _handlers[topic].Where(candidate => ProjectModels.Passes(candidate.Handler.Filter, process.Id)).ToList();

        // A filter that the model does not decide leaves the task to another worker.
        return candidates.Count == 1 && OnlyByProcess(candidates[0].Handler.Filter) ? candidates[0].Type : null;
    }

    private static bool OnlyByProcess(TopicFilterModel filter) =>
        filter with { ProcessDefinitionKey = null, ProcessDefinitionKeyIn = null, LocalVariables = false } == TopicFilterModel.None && !filter.LocalVariables;

    /// <summary>All types in a namespace or type.</summary>
    internal static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
            {
                if (inner is INamedTypeSymbol type)
                {
                    yield return type;
                }

                foreach (var nested in TypesOf(inner))
                {
                    yield return nested;
                }
            }
        }
    }

    private TaskContract? ContractOf(INamedTypeSymbol type)
    {
        if (_contracts.TryGetValue(type, out var known))
        {
            return known;
        }

        if (ParsedDeclaration.Of(type, _symbols, _cancellationToken).Handler is not { } handler || HandleMethods.Of(type, handler) is not { } method)
        {
            return null;
        }

        var code = HandlerCode.Of(type, _symbols.Compilation, _cancellationToken);
        var input = InputOf(method);
        var output = HandleMethods.OutputOf(method, _symbols);
        var written = output is null ? null : ParsedDeclaration.Of(output, _symbols, _cancellationToken).Output;
        var returnsOutcome = handler.Method.Result is HandleResult.Outcome or HandleResult.OutcomeOfOutput;
        var contract = new TaskContract
        {
            Reads = (input?.Properties ?? default).Select(ValueTypes.Read).OfType<ReadVariable>().ToEquatableArray(),
            ReadsAny = handler.Method.FetchesAllVariables || (handler.Method.InputType is not null && input is null),
            Writes = WrittenBy(written?.Properties ?? default),
            WritesAny = handler.Method.Result == HandleResult.Outcome
                || (handler.Method.OutputType is not null && written is null)
                || (returnsOutcome && code.CompletesUntyped)
                || MaySetVariables(method, code),
            Errors = ErrorsOf(handler),
            ReportsAny = returnsOutcome && code.ReportsUntyped,
        };
        _contracts[type] = contract;
        return contract;
    }

    private static EquatableArray<WrittenVariable> WrittenBy(EquatableArray<PropertyModel> properties) =>
        properties.Select(ValueTypes.Written).OfType<WrittenVariable>().ToEquatableArray();

    private bool MaySetVariables(IMethodSymbol method, HandlerCode code) =>
        code.SetsVariables
        || method.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, _symbols.TaskContext) && code.Passes(parameter));

    private InputModel? InputOf(IMethodSymbol method) =>
        method.Parameters.Select(parameter => parameter.Type).OfType<INamedTypeSymbol>()
            .Where(type => AttributeReader.Find(type, _symbols.TaskInputAttribute, _cancellationToken) is not null)
            .Select(type => ParsedDeclaration.Of(type, _symbols, _cancellationToken).Input).FirstOrDefault();

    private EquatableArray<ReportedError> ErrorsOf(HandlerModel handler) =>
        handler.ErrorCodes.Select(static code => code.Value).OfType<string>()
            .Select(code => new ReportedError(code, WrittenBy(_errors.TryGetValue(code, out var error) ? error.Properties : default))).ToEquatableArray();
}
