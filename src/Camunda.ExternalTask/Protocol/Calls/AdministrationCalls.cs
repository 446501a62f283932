using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Protocol.Calls;

/// <summary>The calls that administer tasks and ask the engine about itself.</summary>
/// <param name="dateFormat">The engine's format of dates.</param>
internal sealed class AdministrationCalls(EngineDateFormat dateFormat)
{
    /// <param name="taskId">The task's id.</param>
    /// <param name="retries">How many attempts are left; not negative.</param>
    public static EngineCall SetRetries(string taskId, int retries) =>
        new("retries", "task", taskId, HttpMethod.Put, $"external-task/{RequestCheck.Segment(taskId)}/retries")
        {
            Body = RequestBuffer.OfObject(RequestCheck.Retries(retries), static (body, given) => body.Json.WriteNumber("retries"u8, given)),
        };

    /// <param name="taskId">The task's id.</param>
    /// <param name="priority">The priority.</param>
    public static EngineCall SetPriority(string taskId, long priority) =>
        new("priority", "task", taskId, HttpMethod.Put, $"external-task/{RequestCheck.Segment(taskId)}/priority")
        {
            Body = RequestBuffer.OfObject(priority, static (body, given) => body.Json.WriteNumber("priority"u8, given)),
        };

    /// <param name="which">Which tasks.</param>
    /// <param name="retries">How many attempts are left; not negative.</param>
    public EngineCall SetRetries(ExternalTaskSelection which, int retries) =>
        new("retries of several tasks", null, null, HttpMethod.Put, "external-task/retries") { Body = RetriesBody(which, retries) };

    /// <summary>Sets retries as a batch; the answer is the batch's id.</summary>
    /// <param name="which">Which tasks.</param>
    /// <param name="retries">How many attempts are left; not negative.</param>
    public EngineCall<string> StartRetriesBatch(ExternalTaskSelection which, int retries) =>
        new("batch of retries", null, null, HttpMethod.Post, "external-task/retries-async", static answer => JsonAnswers.Text(answer, "id"))
        {
            Body = RetriesBody(which, retries),
        };

    public static EngineCall<string> Version() =>
        new("version", null, null, HttpMethod.Get, "version", static answer => JsonAnswers.Text(answer, "version"));

    private RequestBuffer RetriesBody(ExternalTaskSelection which, int retries)
    {
        which.Check();
        return RequestBuffer.OfObject(
            (which, retries: RequestCheck.Retries(retries), dateFormat),
            static (body, given) =>
            {
                body.Json.WriteNumber("retries"u8, given.retries);
                given.which.WriteTo(body.Json, given.dateFormat);
            });
    }
}
