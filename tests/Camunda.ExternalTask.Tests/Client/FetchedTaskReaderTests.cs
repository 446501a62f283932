using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Tests.Client;

public class FetchedTaskReaderTests
{
    private const string Answer = """
        [{"activityId":"check","activityInstanceId":"check:1","errorMessage":"half \uD83D","errorDetails":null,"executionId":"ex1","id":"t1","lockExpirationTime":"2026-11-24T02:32:44.954+0000",
          "createTime":"2026-11-24T02:31:44.768+0000","processDefinitionId":"loan:1:d","processDefinitionKey":"loan","processDefinitionVersionTag":"v2","processInstanceId":"pi1","retries":null,
          "suspended":false,"workerId":"w#1","topicName":"score","tenantId":"acme","variables":{"amount":{"type":"Double","value":1.5,"valueInfo":{}}},"priority":7,"businessKey":"bk-1","extensionProperties":{"k":"v","n":null}},
         {"id":"t2","topicName":"other","workerId":"w#1","retries":3,"variables":{},"unknown":{"variables":{"x":1},"id":"nested"}}]
        """;

    [Fact]
    public void Case022_The_facts_of_a_task_are_read_when_asked_for()
    {
        var task = Read(Answer)[0];

        Assert.Equal(("t1", "score", "w#1", (int?)null), (task.TaskId, task.TopicName, task.WorkerId, task.Retries));
        Assert.Equal(DateTimeOffset.Parse("2026-11-24T02:32:44.954Z"), task.LockExpirationTime);
        Assert.Equal(("check", "check:1", "ex1", "pi1"), (task.ActivityId, task.ActivityInstanceId, task.ExecutionId, task.ProcessInstanceId));
        Assert.Equal(("loan:1:d", "loan", "v2"), (task.ProcessDefinitionId, task.ProcessDefinitionKey, task.ProcessDefinitionVersionTag));
        Assert.Equal(("bk-1", "acme", 7L), (task.BusinessKey, task.TenantId, task.Priority));
        Assert.Equal(DateTimeOffset.Parse("2026-11-24T02:31:44.768Z"), task.CreateTime);
        Assert.Equal("v", task.GetExtensionProperty("k"));
        Assert.Null(task.GetExtensionProperty("n"));
        Assert.Null(task.GetExtensionProperty("missing"));
        Assert.Equal("half \uD83D", task.ErrorMessage);
        Assert.Null(task.ErrorDetails);
    }

    [Fact]
    public void A_task_of_an_old_engine_lacks_facts_and_is_read_all_the_same()
    {
        var task = Read(Answer)[1];

        Assert.Equal(("t2", 3), (task.TaskId, task.Retries));
        Assert.Null(task.CreateTime);
        Assert.Null(task.BusinessKey);
        Assert.Equal("{}", Encoding.UTF8.GetString(task.VariablesJson.Span));
    }

    [Fact]
    public void The_variables_of_a_task_are_its_own_bytes() =>
        Assert.Equal("""{"amount":{"type":"Double","value":1.5,"valueInfo":{}}}""", Encoding.UTF8.GetString(Read(Answer)[0].VariablesJson.Span));

    [Fact]
    public void A_known_topic_s_name_is_not_made_again()
    {
        var known = new string("score".ToCharArray());

        Assert.Same(known, Read(Answer, known)[0].TopicName);
    }

    [Fact]
    [Trait("Situation", "10")]
    public void Wherever_the_answer_breaks_off_the_whole_tasks_before_are_there()
    {
        var bytes = Encoding.UTF8.GetBytes(Answer);
        var endOfFirst = Answer.IndexOf("},\n", StringComparison.Ordinal) + 1;
        for (var length = 0; length < bytes.Length; length++)
        {
            List<FetchedTask> tasks = [];

            Assert.ThrowsAny<JsonException>(() => FetchedTaskReader.Read(bytes.AsSpan(0, length), [], tasks, EngineDateFormat.Default));

            Assert.Equal(length < Encoding.UTF8.GetByteCount(Answer[..endOfFirst]) ? 0 : length < bytes.Length - 1 ? 1 : 2, tasks.Count);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("[1]")]
    [InlineData("[{\"id\":\"x\"}]")]
    [InlineData("[{\"id\":5,\"topicName\":\"t\"}]")]
    public void Case027_What_is_not_a_list_of_tasks_is_refused(string answer) => Assert.ThrowsAny<JsonException>(() => Read(answer));

    private static List<FetchedTask> Read(string answer, params string[] knownTopics)
    {
        List<FetchedTask> tasks = [];
        FetchedTaskReader.Read(Encoding.UTF8.GetBytes(answer), knownTopics, tasks, EngineDateFormat.Default);
        return tasks;
    }
}
