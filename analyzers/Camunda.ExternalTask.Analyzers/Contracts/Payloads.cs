using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Camunda.ExternalTask.Analyzers.Flow;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Contracts;

/// <summary>The types with which the application starts processes and sends messages.</summary>
internal sealed class Payloads
{
    private readonly Dictionary<string, List<EquatableArray<WrittenVariable>>> _starts = [];
    private readonly Dictionary<string, List<EquatableArray<WrittenVariable>>> _messages = [];

    public void Add(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        var isStart = AttributeReader.Find(type, symbols.ProcessStartAttribute, cancellationToken) is not null;
        var isMessage = AttributeReader.Find(type, symbols.MessageAttribute, cancellationToken) is not null;
        if (!isStart && !isMessage)
        {
            return;
        }

        var declaration = ParsedDeclaration.Of(type, symbols, cancellationToken);
        Add(_starts, declaration.Start);
        Add(_messages, declaration.Message);
    }

    /// <summary>The variables that a process is started with; null if no type declares them.</summary>
    public EquatableArray<WrittenVariable>? OfStart(string processId) => Of(_starts, processId);

    /// <summary>The variables that a message carries; null if no type declares them.</summary>
    public EquatableArray<WrittenVariable>? OfMessage(string name) => Of(_messages, name);

    private static void Add(Dictionary<string, List<EquatableArray<WrittenVariable>>> payloads, ProcessPayloadModel? payload)
    {
        if (payload?.Name.Value is not { } name)
        {
            return;
        }

        if (!payloads.TryGetValue(name, out var known))
        {
            payloads.Add(name, known = []);
        }

        known.Add(payload.Properties.Where(static property => !property.IsCorrelationKey).Select(ValueTypes.Written).OfType<WrittenVariable>().ToEquatableArray());
    }

    // Several types may start one process: a variable is certain if each of them has it.
    private static EquatableArray<WrittenVariable>? Of(Dictionary<string, List<EquatableArray<WrittenVariable>>> payloads, string name)
    {
        if (!payloads.TryGetValue(name, out var known))
        {
            return null;
        }

        return known.SelectMany(static variables => variables).GroupBy(static variable => variable.Name)
            .Select(group => new WrittenVariable(group.Key, FactOf([.. group], isCertain: known.All(variables => variables.Any(variable => variable.Name == group.Key)))))
            .ToEquatableArray();
    }

    private static VariableFact FactOf(IReadOnlyList<WrittenVariable> variables, bool isCertain)
    {
        var fact = variables.Select(static variable => variable.Fact).Aggregate(static (one, other) => one.Union(other));
        return isCertain ? fact : fact with { Presence = Flow.Presence.Unknown };
    }
}
