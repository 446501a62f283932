using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Http.Authentication;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Tests.Fuzzing;

/// <summary>Mutated responses cause only documented exceptions. <c>FUZZ_RESPONSES</c> sets their number, <c>FUZZ_SEED</c> the seed.</summary>
public class ResponseFuzzTests
{
    private const int DefaultResponses = 200_000;

    private const string Tasks = """
        [{"activityId":"check","activityInstanceId":"check:1","errorMessage":"half \uD83D","errorDetails":null,"executionId":"ex1","id":"t1","lockExpirationTime":"2026-11-24T02:32:44.954+0000",
          "createTime":"2026-11-24T02:31:44.768+0000","processDefinitionId":"loan:1:d","processDefinitionKey":"loan","processDefinitionVersionTag":"v2","processInstanceId":"pi1","retries":null,
          "suspended":false,"workerId":"w#1","topicName":"score","tenantId":"acme","priority":7,"businessKey":"bk-1","extensionProperties":{"k":"v","n":null},"variables":{
            "amount":{"type":"Double","value":1.5,"valueInfo":{}},"name":{"type":"String","value":"A \"quoted\" name","valueInfo":{}},"due":{"type":"Date","value":"2026-11-24T02:31:44.768+0000"},
            "order":{"type":"Json","value":"{\"lines\":[1,2]}","valueInfo":{}},"doc":{"type":"Xml","value":"<a b='c'/>","valueInfo":{}},"bytes":{"type":"Bytes","value":"AQID","valueInfo":{}},
            "file":{"type":"File","value":null,"valueInfo":{"filename":"a.txt","mimeType":"text/plain"}},
            "customer":{"type":"Object","value":{"name":"x"},"valueInfo":{"objectTypeName":"com.example.Customer","serializationDataFormat":"application/json"}}}},
         {"id":"t2","topicName":"other","workerId":"w#1","retries":3,"variables":{},"unknown":{"variables":{"x":1},"id":"nested"}}]
        """;

    private const string Error = """
        {"type":"AuthorizationException","message":"The user is not authorized \uD83D","code":0,"userId":"demo",
         "missingAuthorizations":[{"permissionName":"UPDATE","resourceName":"ProcessInstance","resourceId":"pi1"},{"permissionName":"UPDATE_INSTANCE"}]}
        """;

    private const string History = """
        [{"id":"l1","timestamp":"2026-11-24T02:32:44.954+0000","externalTaskId":"t1","topicName":"score","workerId":"w","priority":5,"retries":2,"errorMessage":"half \uD83D",
          "activityId":"check","executionId":"e","processInstanceId":"p","processDefinitionId":"d","processDefinitionKey":"k","tenantId":null,"failureLog":true,"successLog":false},{"id":"l2"}]
        """;

    private const string Token = """{"access_token":"eyJ.abc.def","token_type":"Bearer","expires_in":300,"scope":"a b","error":null,"error_description":"d"}""";

    private static readonly int Seed = NumberIn("FUZZ_SEED") ?? 1;

    private static int Responses => NumberIn("FUZZ_RESPONSES") ?? DefaultResponses;

    [Fact]
    [Trait("Situation", "48")]
    public Task Mutated_tasks_cause_only_documented_exceptions() => RunAsync(Tasks, Responses / 2, static (bytes, random) =>
    {
        var (whole, wholeFails) = Collect(tasks => FetchedTaskReader.Read(bytes, ["score"], tasks, EngineDateFormat.Default));
        using var splitter = new TaskSplitter(["score"], EngineDateFormat.Default, 64 * 1024 * 1024);
        var (_, splitFails) = Collect(_ =>
        {
            for (int at = 0, length; at < bytes.Length; at += length)
            {
                length = Math.Min(random.Next(1, 400), bytes.Length - at);
                splitter.Add(bytes.AsSpan(at, length));
            }

            splitter.ThrowIfTruncated();
        });

        Assert.Equal(wholeFails, splitFails);
        Assert.Equal(whole.Select(Facts), splitter.Tasks.Select(Facts));
        _ = FetchedTaskReader.ReadCutOff(splitter.CutOff, ["score"], EngineDateFormat.Default);
        whole.ForEach(TaskExercise.Read);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Mutated_error_bodies_are_errors() => RunAsync(Error, Responses / 4, static async (bytes, random) =>
    {
        using var response = new HttpResponseMessage((HttpStatusCode)random.Next(400, 600)) { Content = new ByteArrayContent(bytes) };
        var error = await EngineErrorReader.ReadAsync(response, TimeProvider.System, CancellationToken.None);
        Assert.Equal((int)response.StatusCode, error.Status);
        Assert.NotEmpty(error.Message);
    });

    [Fact]
    public Task Mutated_history_lists_are_entries_or_an_engine_exception() => RunAsync(History, Responses / 8, static async (bytes, _) =>
    {
        using var http = new HttpClient(new BytesHandler(bytes)) { BaseAddress = new("http://engine/engine-rest") };
        try
        {
            var entries = await new ExternalTaskClient(http, new() { WorkerId = "w" }).History.ListExternalTaskLogAsync(new());
            Assert.All(entries, static entry => Assert.NotNull(entry.Id));
        }
        catch (EngineException exception)
        {
            Assert.Null(exception.StatusCode);
        }
    });

    [Fact]
    public Task Mutated_token_responses_have_a_lifetime_that_makes_sense() => RunAsync(Token, Responses / 8, static (bytes, _) =>
    {
        if (TokenAnswer.Parse(bytes) is { Lifetime: { } lifetime })
        {
            Assert.InRange(lifetime, TimeSpan.Zero, TimeSpan.FromDays(30));
        }

        return Task.CompletedTask;
    });

    private static async Task RunAsync(string original, int count, Func<byte[], Random, Task> check)
    {
        var mutator = new ResponseMutator(original);
        for (var number = 0; number < count; number++)
        {
            var random = new Random(unchecked((Seed * 1_000_003) + number));
            var bytes = mutator.Mutate(random);
            try
            {
                await check(bytes, random);
            }
            catch (Exception exception)
            {
                Assert.Fail($"Response {number} of seed {Seed}: {exception}\n{Encoding.UTF8.GetString(bytes)}");
            }
        }
    }

    private static (List<FetchedTask> Tasks, bool Fails) Collect(Action<List<FetchedTask>> read)
    {
        List<FetchedTask> tasks = [];
        try
        {
            read(tasks);
            return (tasks, false);
        }
        catch (JsonException)
        {
            return (tasks, true);
        }
    }

    private static (string, string, string, int?, DateTimeOffset, string) Facts(FetchedTask task) =>
        (task.TaskId, task.TopicName, task.WorkerId, task.Retries, task.LockExpirationTime, Convert.ToBase64String(task.VariablesJson.Span));

    private static int? NumberIn(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed class BytesHandler(byte[] answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            new HttpResponseMessage { RequestMessage = request, Content = new ByteArrayContent(answer) { Headers = { ContentType = new("application/json") } } });
    }
}
