using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Creates and performs jobs.</summary>
internal sealed partial class ProcessInterpreter
{
    /// <summary>Performs a job.</summary>
    public void Execute(Job job)
    {
        switch (job.Kind)
        {
            case JobKind.AsyncBefore or JobKind.AsyncAfter:
                Continue(job);
                break;
            case JobKind.Timer when job.Execution is { } execution:
                _state.RemoveJob(job, _transaction);
                Repeat(job, execution);
                Trigger(execution, job.Node);
                break;
            default:
                _state.RemoveJob(job, _transaction);
                Repeat(job, null);
                StartAt(Create(job.Definition, null), job.Node);
                break;
        }

        Run();
    }

    /// <summary>Creates the timer with which instances of a process start.</summary>
    public void AddStartTimer(ProcessDefinition definition, ProcessNode node)
    {
        var value = new ExpressionEvaluator(new DefinitionScope(_state)).Evaluate(node.Event!.Body!);
        AddTimer(definition, null, node, TimerSchedule.Of(node.Event.TimerKind, value, _state.Now));
    }

    private void Continue(Job job)
    {
        var path = job.Execution!;
        var scope = path.Parent!;
        var variables = path.Variables.Values.Select(static variable => (variable.Name, (object?)variable.Value)).ToList();
        _tree.EndActivity(path);
        if (job.IsInnerOfLoop)
        {
            Enter(scope, job.Node, variables);
        }
        else if (job.Kind == JobKind.AsyncBefore)
        {
            Push(scope, job.Node, skipsAsync: true);
        }
        else if (job.Flow is { } flow)
        {
            Take(scope, flow);
        }
        else
        {
            EndToken(scope);
        }
    }

    private void AddAsyncJob(
        Execution scope,
        ProcessNode node,
        JobKind kind,
        ProcessFlow? flow = null,
        bool isInnerOfLoop = false,
        IReadOnlyList<(string Name, object? Value)>? variables = null)
    {
        var path = _tree.AddHidden(scope, node);
        foreach (var (name, value) in variables ?? [])
        {
            _variables.SetLocal(path, name, ExpressionValues.ToEngine(value));
        }

        _state.AddJob(
            new(_state.Ids.Next(), kind, scope.Instance.Definition, path, node, _state.Now)
            {
                Flow = flow,
                IsInnerOfLoop = isInnerOfLoop,
                Priority = PriorityOf(path, node),
            },
            _transaction);
    }

    private void AddTimer(Execution execution, ProcessNode node)
    {
        var value = _expressions.In(execution).Evaluate(node.Event!.Body!);
        AddTimer(execution.Instance.Definition, execution, node, TimerSchedule.Of(node.Event.TimerKind, value, _state.Now));
    }

    private void AddTimer(ProcessDefinition definition, Execution? execution, ProcessNode node, TimerSchedule schedule, int? repetitions = null) =>
        _state.AddJob(
            new(_state.Ids.Next(), JobKind.Timer, definition, execution, node, _state.Now)
            {
                Repetitions = schedule.Repeats ? repetitions ?? schedule.Repetitions ?? -1 : null,
                Priority = execution is null ? 0 : PriorityOf(execution, node),
                Data = new() { DueDate = schedule.Due },
            },
            _transaction);

    private void Repeat(Job job, Execution? execution)
    {
        if (job.Repetitions is null or 1 || (execution is not null && job.Node.Event!.IsInterrupting))
        {
            return;
        }

        var expression = job.Node.Event!.Body!;
        var evaluator = execution is null ? new ExpressionEvaluator(new DefinitionScope(_state)) : _expressions.In(execution);
        var schedule = TimerSchedule.Of(job.Node.Event.TimerKind, evaluator.Evaluate(expression), job.Data.DueDate ?? _state.Now);
        AddTimer(job.Definition, execution, job.Node, schedule, job.Repetitions < 0 ? -1 : job.Repetitions - 1);

    }

    private long PriorityOf(Execution execution, ProcessNode node) =>
        node.JobPriority is { } priority ? ExpressionNumbers.ToLong(_expressions.In(execution).Evaluate(priority)) : 0;
}
