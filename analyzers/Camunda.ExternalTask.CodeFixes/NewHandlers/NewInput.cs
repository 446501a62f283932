using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Contracts;
using Camunda.ExternalTask.Analyzers.Flow;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.CodeFixes.NewHandlers;

/// <summary>The variables that a task is meant to read: its input parameters and the element of its loop, or else the variables that are known to be there.</summary>
internal sealed class NewInput
{
    private readonly ModelTask _task;
    private readonly List<FlowState> _states;
    private readonly List<NewProperty> _fields;

    private NewInput(ModelTask task, ProjectProof proof)
    {
        _task = task;
        _states = [.. proof.Flow.StatesAt(task.Process, task.Node.Id)];
        if (_states.Count == 0)
        {
            _states.Add(FlowState.Start(task.Process.Id, TransactionStart.Instance, isOpen: true));
        }

        _fields = [.. task.Process.Body.AllNodes().Where(static node => node.Kind == BpmnNodeKind.StartEvent)
            .SelectMany(static node => node.FormFields).Select(VariableCode.Of).OfType<NewProperty>()];
    }

    public static IEnumerable<NewProperty> Of(ModelTask task, ProjectProof proof) => new NewInput(task, proof).Find();

    /// <summary>Whether an input parameter is a Java collection, which the engine must deserialize for the handler.</summary>
    public static bool HasCollection(ModelTask task) => task.Node.Inputs.Any(static input => input.Value.Kind is BpmnValueKind.List or BpmnValueKind.Map);

    private IEnumerable<NewProperty> Find()
    {
        var declared = _task.Node.Inputs.Where(static input => !string.IsNullOrWhiteSpace(input.Name)).Select(OfParameter).ToList();
        if (_task.Node.MultiInstance?.ElementVariable is { HasExpression: false, Value: { Length: > 0 } element } && declared.All(input => input.Variable != element))
        {
            declared.Add(new(element, VariableCode.Text, IsNullable: true));
        }

        return declared.Count > 0 ? declared : Known();
    }

    private NewProperty OfParameter(BpmnParameter parameter) => parameter.Value.Kind switch
    {
        BpmnValueKind.Text => new(parameter.Name, VariableCode.Text, IsNullable: false),
        BpmnValueKind.Expression => OfExpression(parameter.Name, parameter.Value.Text),
        BpmnValueKind.List => new(parameter.Name, OnlyTexts(parameter.Value.Items) ? VariableCode.Texts : VariableCode.Json, IsNullable: false),
        BpmnValueKind.Map => new(
            parameter.Name,
            OnlyTexts(parameter.Value.Entries.Select(static entry => entry.Value)) ? VariableCode.TextsByName : VariableCode.Json,
            IsNullable: false),
        _ => new(parameter.Name, VariableCode.Text, IsNullable: true),
    };

    private static bool OnlyTexts(IEnumerable<BpmnValue> values) => values.All(static value => value.Kind == BpmnValueKind.Text);

    private NewProperty OfExpression(string name, string text)
    {
        if (BpmnExpression.TryParse(text) is not { } expression)
        {
            return new(name, VariableCode.Text, IsNullable: true);
        }

        if (expression.Root is ExpressionIdentifier { Name: var variable })
        {
            return OfVariable(variable) with { Variable = name };
        }

        return expression.Root switch
        {
            ExpressionUnary { Operator: ExpressionOperator.Not or ExpressionOperator.Empty }
                or ExpressionBinary { Operator: >= ExpressionOperator.Or and <= ExpressionOperator.GreaterOrEqual } => new(name, VariableCode.Boolean, IsNullable: false),
            ExpressionUnary or ExpressionBinary => new(name, VariableCode.Double, IsNullable: false),
            ExpressionComposite => new(name, VariableCode.Text, IsNullable: false),
            _ => OfResults(name, [.. _states.Select(state => new ExpressionEvaluator(state).Evaluate(expression.Root)).Where(static result => !result.AlwaysFails)]),
        };
    }

    private static NewProperty OfResults(string name, IReadOnlyList<ExpressionResult> results) =>
        results.Count > 0 && results.All(static result => !result.Can(ExpressionOutcomes.Opaque))
            ? VariableCode.Of(name, results.Select(static result => result.Fact).Aggregate(static (one, other) => one.Union(other)))
            : new(name, VariableCode.Text, IsNullable: true);

    private NewProperty OfVariable(string variable)
    {
        var fact = _states.Select(state => state.Read(variable)).Aggregate(static (one, other) => one.Union(other));
        return fact.Types == VariableTypes.Any && _fields.FirstOrDefault(field => field.Variable == variable) is { } field
            ? field
            : VariableCode.Of(variable, fact);
    }

    private IEnumerable<NewProperty> Known() =>
        _states.SelectMany(static state => state.Frames).SelectMany(static frame => frame.Variables.Keys)
            .Concat(_fields.Select(static field => field.Variable)).Distinct().Select(OfVariable);
}
