using Camunda.ExternalTask.Testing.Interpreter;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>The state, and the means to change it within the transaction of a request.</summary>
internal sealed class UnitOfWork
{
    public UnitOfWork(EngineState state, EngineFlavor flavor, bool keepsHistory)
    {
        State = state;
        Flavor = flavor;
        History = new(state, Transaction, keepsHistory);
        Variables = new(state, flavor, History, Transaction);
        Interpreter = new(state, Variables, History, Transaction);
    }

    public EngineState State { get; }

    public EngineFlavor Flavor { get; }

    public Transaction Transaction { get; } = new();

    public VariableStore Variables { get; }

    public ProcessHistory History { get; }

    public ProcessInterpreter Interpreter { get; }

    public void Change(EngineTask task, Func<TaskData, TaskData> change) => State.Change(task, Transaction, change);
}
