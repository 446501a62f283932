using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>Decides conditions, and reports expressions whose evaluation fails.</summary>
internal sealed class FlowConditions(FlowRun run)
{
    private const int MaxValues = 32;

    /// <summary>The flows that an exclusive gateway can take, each with the state in which it does.</summary>
    public IEnumerable<(BpmnSequenceFlow Flow, FlowState State)> Choose(FlowElement gateway, FlowState state)
    {
        var expressions = gateway.Outgoing.Select(static flow => Parse(flow.Condition?.Body.Value)).ToList();
        return Split(state, expressions).SelectMany(split => ChooseOne(gateway, expressions, split));
    }

    /// <summary>The state in which an activity or an inclusive gateway takes a flow; null if it cannot.</summary>
    public FlowState? Take(FlowElement element, BpmnSequenceFlow flow, FlowState state)
    {
        if (flow.Condition is not { } condition || flow.Id == element.Node.DefaultFlow)
        {
            return state;
        }

        if (condition.Language is not null || Parse(condition.Body.Value) is not { } expression)
        {
            return state.WithUnknownWriter();
        }

        var result = Evaluate(element, condition.Body, expression, state);
        CheckBoolean(element, condition.Body, result, state);
        return result.AlwaysFails ? null
            : result.Can(ExpressionOutcomes.Opaque) ? state.WithUnknownWriter()
            : result.Can(ExpressionOutcomes.True) ? Decide(state, condition.Body.Value, expression, taken: true)
            : null;
    }

    /// <summary>Evaluates an expression or text, and reports reads of absent variables.</summary>
    /// <returns>The result; opaque for a text that is not valid.</returns>
    public ExpressionResult Evaluate(FlowElement element, BpmnText text, FlowState state) =>
        Parse(text.Value) is { } expression ? Evaluate(element, text, expression, state) : ExpressionResult.Opaque;

    /// <summary>Whether the expressions of an element's event definitions can be evaluated. Reports those that cannot.</summary>
    public bool CanEvaluateEvents(FlowElement element, FlowState state)
    {
        foreach (var definition in element.Node.EventDefinitions)
        {
            if (definition is { Kind: BpmnEventKind.Timer, Body: { } body } && Evaluate(element, body, state).AlwaysFails)
            {
                return false;
            }
        }

        return true;
    }

    private static BpmnExpression? Parse(string? text) => text is null ? null : BpmnExpression.TryParse(text);

    private IEnumerable<(BpmnSequenceFlow, FlowState)> ChooseOne(FlowElement gateway, IReadOnlyList<BpmnExpression?> expressions, FlowState state)
    {
        var isCertain = true;
        for (var i = 0; i < gateway.Outgoing.Count; i++)
        {
            var flow = gateway.Outgoing[i];
            if (flow.Id == gateway.Node.DefaultFlow)
            {
                continue;
            }

            if (flow.Condition is not { } condition)
            {
                yield return (flow, state);
                yield break;
            }

            if (condition.Language is not null || expressions[i] is not { } expression)
            {
                state = state.WithUnknownWriter();
                isCertain = false;
                yield return (flow, state);
                continue;
            }

            var result = Evaluate(gateway, condition.Body, expression, state);
            CheckBoolean(gateway, condition.Body, result, state);
            if (result.AlwaysFails)
            {
                yield break;
            }

            if (result.Can(ExpressionOutcomes.Opaque))
            {
                state = state.WithUnknownWriter();
                isCertain = false;
                yield return (flow, state);
                continue;
            }

            if (result.Can(ExpressionOutcomes.True))
            {
                yield return (flow, Decide(state, condition.Body.Value, expression, taken: true));
            }

            if (!result.Can(ExpressionOutcomes.False))
            {
                yield break;
            }

            // Whether no condition is true is certain only if each is certainly false.
            isCertain &= !result.Can(ExpressionOutcomes.True);
            state = Decide(state, condition.Body.Value, expression, taken: false);
        }

        if (gateway.Outgoing.FirstOrDefault(flow => flow.Id == gateway.Node.DefaultFlow) is { } defaultFlow)
        {
            yield return (defaultFlow, state);
        }
        else if (isCertain)
        {
            ReportNoFlow(gateway, expressions, state);
        }
    }

    private void ReportNoFlow(FlowElement gateway, IReadOnlyList<BpmnExpression?> expressions, FlowState state)
    {
        var variables = expressions.SelectMany(static expression => Names(expression)).Distinct().ToList();
        var values = variables.Select(name => (Name: name, Fact: state.Read(name))).Where(static pair => pair.Fact.Values.Count == 1).ToList();
        if (values.Count > 0)
        {
            run.Report(new(FlowFindingKind.NoFlow, gateway, gateway.Node.Position)
            {
                Variable = string.Join(", ", values.Select(static pair => pair.Name)),
                Text = string.Join(", ", values.Select(static pair => pair.Fact.Values[0])),
                Transaction = state.Transaction,
            });
        }
    }

    // The states in which each variable with few possible values has one of them.
    private static IEnumerable<FlowState> Split(FlowState state, IEnumerable<BpmnExpression?> expressions)
    {
        IEnumerable<FlowState> states = [state];
        var count = 1;
        foreach (var name in expressions.SelectMany(static expression => Names(expression)).Distinct().OrderBy(static name => name, StringComparer.Ordinal))
        {
            var fact = state.Read(name);
            var values = fact.Values.Count > 0 ? fact.Values.ToList()
                : fact is { IsPresent: true, Types: VariableTypes.Boolean } ? ["true", "false"]
                : [];
            if (values.Count > 1 && count * values.Count <= MaxValues && (fact.Types & VariableTypes.Null) == 0)
            {
                count *= values.Count;
                states = [.. states.SelectMany(state => values.Select(value => state.Assume(name, value)))];
            }
        }

        return states;
    }

    private static IEnumerable<string> Names(BpmnExpression? expression) =>
        expression?.FreeVariables().Select(static variable => variable.Name) ?? [];

    // A path that has decided another condition over the same variables may be impossible.
    private static FlowState Decide(FlowState state, string text, BpmnExpression expression, bool taken)
    {
        var names = Names(expression).ToImmutableSortedSet(StringComparer.Ordinal);
        if (names.All(name => state.Read(name).Values.Count == 1))
        {
            return state;
        }

        if (state.Decisions.ContainsKey(text))
        {
            return state;
        }

        return state.Decisions.Values.Any(decision => decision.Variables.Overlaps(names))
            ? state.WithUnknownWriter()
            : state.Decide(text, new(taken, names));
    }

    private ExpressionResult Evaluate(FlowElement element, BpmnText text, BpmnExpression expression, FlowState state)
    {
        var result = new ExpressionEvaluator(state).Evaluate(expression.Root);
        foreach (var read in result.Missing)
        {
            run.Report(new(FlowFindingKind.VariableMissing, element, text.Position)
            {
                Variable = read.Name,
                Text = text.Value,
                Transaction = state.Transaction,
            });
        }

        if (state.Decisions.TryGetValue(text.Value, out var decision) && !result.AlwaysFails)
        {
            return result with { Outcomes = decision.Result ? ExpressionOutcomes.True : ExpressionOutcomes.False };
        }

        return result;
    }

    private void CheckBoolean(FlowElement element, BpmnText condition, ExpressionResult result, FlowState state)
    {
        if (result.AlwaysFails || result.Can(ExpressionOutcomes.Opaque) || result.Fact.Types == VariableTypes.Any)
        {
            return;
        }

        var kind = result.Can(ExpressionOutcomes.Value) ? FlowFindingKind.ConditionNotBoolean
            : result.Can(ExpressionOutcomes.Null) ? FlowFindingKind.ConditionNull
            : (FlowFindingKind?)null;
        if (kind is { } found)
        {
            run.Report(new(found, element, condition.Position) { Text = condition.Value, Types = result.Fact.Types, Transaction = state.Transaction });
        }
    }
}
