using System.Globalization;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Creates and completes external tasks and user tasks.</summary>
internal sealed partial class ProcessInterpreter
{
    public void Complete(EngineTask task)
    {
        var execution = task.Execution;
        foreach (var (code, condition) in task.Node.TaskErrors)
        {
            if (_expressions.In(execution).EvaluateCondition(condition))
            {
                Throw(execution, code, task.Data.ErrorMessage);
                return;
            }
        }

        _history.Log(task, TaskLogKind.Success);
        Complete(execution);
        Run();
    }

    /// <summary>Throws the error of the first error definition that matches the task's failure; false if none does.</summary>
    public bool FailAsError(EngineTask task)
    {
        foreach (var (code, condition) in task.Node.TaskErrors)
        {
            if (Matches(task, condition))
            {
                Throw(task.Execution, code, task.Data.ErrorMessage);
                return true;
            }
        }

        return false;
    }

    public void Complete(UserTask task)
    {
        if (Notify(task.Execution, task.Execution.Node!.Listeners, "complete", isTaskListener: true))
        {
            Complete(task.Execution);
        }

        Run();
    }

    /// <summary>Changes a user task and notifies its listeners.</summary>
    public void Change(UserTask task, Func<UserTaskData, UserTaskData> change)
    {
        var before = task.Data.Assignee;
        _state.ChangeUserTask(task, _transaction, change);
        _history.SetAssignee(task.Execution.Activity!, task.Data.Assignee);
        var listeners = task.Execution.Node!.Listeners;
        if (Notify(task.Execution, listeners, "update", isTaskListener: true) && before != task.Data.Assignee)
        {
            Notify(task.Execution, listeners, "assignment", isTaskListener: true);
        }

        Run();
    }

    /// <summary>Throws an escalation from a user task, which ends it only if the escalation interrupts it.</summary>
    public void Escalate(UserTask task, string code)
    {
        if (FindCatcher(task.Execution, BpmnEventKind.Escalation, code) is null)
        {
            throw EngineErrors.Failed(
                $"ENGINE-13034 No catching boundary event found for escalation with code '{code}' that is thrown by task '{task.Id}'.");
        }

        Escalate(task.Execution, code);
        Run();
    }

    private void CreateTask(Execution execution, ProcessNode node)
    {
        var evaluator = _expressions.In(execution);
        var topic = ExpressionTexts.Show(evaluator.Evaluate(node.Topic!));
        var priority = node.Priority is { } expression ? ExpressionNumbers.ToLong(evaluator.Evaluate(expression)) : 0;
        var task = new EngineTask(_state.Ids.Next(), execution, topic, priority, _state.Now) { Sequence = _state.NextTaskSequence() };
        _state.AddTask(task, _transaction);
        _history.Log(task, TaskLogKind.Creation);
    }

    private void CreateUserTask(Execution execution, ProcessNode node)
    {
        var definition = node.UserTask!;
        var task = new UserTask(_state.Ids.Next(), execution, _state.Now)
        {
            Data = new()
            {
                Name = Text(definition.Name),
                Description = Text(definition.Description),
                Assignee = Text(definition.Assignee),
                CandidateUsers = Texts(definition.CandidateUsers),
                CandidateGroups = Texts(definition.CandidateGroups),
                Due = Date(definition.DueDate),
                FollowUp = Date(definition.FollowUpDate),
                Priority = definition.Priority is { } priority ? (int)ExpressionNumbers.ToLong(Evaluate(priority)) : 50,
                FormKey = Text(definition.FormKey),
            },
        };
        _state.AddUserTask(task, _transaction);
        (execution.Activity!.TaskId, execution.Activity.Assignee) = (task.Id, task.Data.Assignee);
        if (Notify(execution, node.Listeners, "create", isTaskListener: true) && task.Data.Assignee is not null)
        {
            Notify(execution, node.Listeners, "assignment", isTaskListener: true);
        }

        object? Evaluate(BpmnExpression expression) => _expressions.In(execution).Evaluate(expression);
        string? Text(BpmnExpression? expression) => expression is not null && Evaluate(expression) is { } value ? ExpressionTexts.Show(value) : null;
        IReadOnlyList<string> Texts(BpmnExpression? expression) => expression is null ? []
            : ExpressionCollections.ItemsOf(Evaluate(expression)) is { } items ? [.. items.Select(ExpressionTexts.Show)]
            : ExpressionTexts.Show(Evaluate(expression)).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        DateTimeOffset? Date(BpmnExpression? expression) => (expression is null ? null : Evaluate(expression)) switch
        {
            null => null,
            DateTimeOffset date => date,
            string text => TimerSchedule.DateOf(text, _state.Now),
            var other => throw EngineErrors.Failed(string.Create(
                CultureInfo.InvariantCulture,
                $"Invalid due date expression '{expression!.Text}': the value '{other}' is not a date")),
        };
    }

    /// <summary>Evaluates a condition on a failed task. The engine ignores conditions that it cannot evaluate then.</summary>
    private bool Matches(EngineTask task, BpmnExpression condition)
    {
        try
        {
            return _expressions.In(task.Execution).EvaluateCondition(condition);
        }
        catch (EngineRequestException)
        {
            return false;
        }
    }
}
