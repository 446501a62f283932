using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>User tasks, jobs and subscriptions.</summary>
internal sealed partial class EngineState
{
    /// <summary>The conditional events that scopes wait for, in order of their creation.</summary>
    public List<EventSubscription> Conditions { get; } = [];

    public void AddUserTask(UserTask task, Transaction transaction)
    {
        UserTasks.Add(task.Id, task);
        task.Execution.UserTask = task;
        transaction.OnRollback(() => Detach(task));
    }

    public void RemoveUserTask(UserTask task, Transaction transaction)
    {
        Detach(task);
        transaction.OnRollback(() =>
        {
            UserTasks.Add(task.Id, task);
            task.Execution.UserTask = task;
        });
    }

    public void ChangeUserTask(UserTask task, Transaction transaction, Func<UserTaskData, UserTaskData> change)
    {
        var before = task.Data;
        task.Data = change(before) with { LastUpdated = Now };
        transaction.OnRollback(() => task.Data = before);
    }

    public void AddJob(Job job, Transaction transaction)
    {
        Jobs.Add(job.Id, job);
        job.Execution?.Jobs.Add(job);
        transaction.WakesJobs = true;
        transaction.OnRollback(() => Detach(job));
    }

    public void RemoveJob(Job job, Transaction transaction)
    {
        Detach(job);
        transaction.OnRollback(() =>
        {
            Jobs.Add(job.Id, job);
            job.Execution?.Jobs.Add(job);
        });
        if (job.Incident is { } incident)
        {
            Incidents.Remove(incident.Id);
            transaction.OnRollback(() => Incidents.Add(incident.Id, incident));
        }
    }

    public void ChangeJob(Job job, Transaction transaction, Func<JobData, JobData> change)
    {
        var (before, incident) = (job.Data, job.Incident);
        job.Data = change(before);
        transaction.WakesJobs = true;
        if (job.Data.Retries <= 0 != incident is not null)
        {
            Replace(job, job.Data.Retries <= 0 ? Incident.Of(Ids.Next(), job, Now) : null);
        }

        transaction.OnRollback(() =>
        {
            job.Data = before;
            Replace(job, incident);
        });
    }

    public void Subscribe(EventSubscription subscription, Transaction transaction)
    {
        Attach(subscription);
        transaction.OnRollback(() => Detach(subscription));
    }

    public void Unsubscribe(EventSubscription subscription, Transaction transaction)
    {
        Detach(subscription);
        transaction.OnRollback(() => Attach(subscription));
    }

    private void Attach(EventSubscription subscription)
    {
        Subscriptions.Add(subscription.Id, subscription);
        subscription.Execution?.Subscriptions.Add(subscription);
        if (subscription is { Kind: BpmnEventKind.Conditional, Execution: not null })
        {
            Conditions.Add(subscription);
        }
    }

    private void Detach(EventSubscription subscription)
    {
        Subscriptions.Remove(subscription.Id);
        subscription.Execution?.Subscriptions.Remove(subscription);
        Conditions.Remove(subscription);
    }

    private void Detach(UserTask task)
    {
        UserTasks.Remove(task.Id);
        task.Execution.UserTask = null;
    }

    private void Detach(Job job)
    {
        Jobs.Remove(job.Id);
        job.Execution?.Jobs.Remove(job);
    }

    private void Replace(Job job, Incident? incident)
    {
        if (job.Incident is { } before)
        {
            Incidents.Remove(before.Id);
        }

        job.Incident = incident;
        if (incident is not null)
        {
            Incidents.Add(incident.Id, incident);
        }
    }
}
