using System.Reflection;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Tests.Client;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Tests.Security;

/// <summary>Ids and names must not lead a call to another path. The calls are found by reflection, so a new call is tested as well.</summary>
public class PathTests
{
    private const string Plain = "plain-1";

    private static readonly string[] Hostile =
    [
        "", " ", ".", "..", "../x", "a/b", "/", "a\\b", "..\\x", "%2e", "%2e%2e", "%2E%2e%2Fx", "..%2f", "a?b=1", "?", "a#b", "#", "a;x=1", ";", "a b", " a", "a ", "a+b", "a&b",
        "a\nb", "a\r\nHost: x", "a\0b", "\u007F", "a\u0085b", "a\u2028b", "\u202Eb", "\uD83D", "a\uDE00b", "ü", "http://other/x", "//other/x", "a:b", "@other", "\u2025", "\uFF0E\uFF0E",
    ];

    [Fact]
    [Trait("Security", "S6")]
    public void S6_No_text_leads_a_call_to_another_path()
    {
        var checks = 0;
        foreach (var (method, target) in Calls())
        {
            var parameters = method.GetParameters();
            foreach (var index in Enumerable.Range(0, parameters.Length).Where(index => parameters[index].ParameterType == typeof(string)))
            {
                var plain = Split(PathOf(method, target, index, Plain)!);
                foreach (var text in Hostile)
                {
                    checks++;
                    if (PathOf(method, target, index, text) is { } path)
                    {
                        AssertSame(plain, Split(path), text, $"{method.DeclaringType!.Name}.{method.Name}({parameters[index].Name})");
                    }
                }
            }
        }

        Assert.True(checks > 500, $"Only {checks} checks");
    }

    [Fact]
    [Trait("Security", "S6")]
    public void S6_No_owner_of_variables_leads_a_call_to_another_path()
    {
        var factories = typeof(VariableOwner).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(VariableOwner)).ToList();
        Assert.NotEmpty(factories);
        foreach (var factory in factories)
        {
            var plain = Split(((VariableOwner)factory.Invoke(null, [Plain])!).Path);
            foreach (var text in Hostile)
            {
                if (Accepted(() => ((VariableOwner)factory.Invoke(null, [text])!).Path) is { } path)
                {
                    AssertSame(plain, Split(path), text, factory.Name);
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a;x=1")]
    [InlineData("a\r\nb")]
    [Trait("Security", "S6")]
    public async Task S6_The_client_sends_nothing_for_an_id_that_is_none(string id)
    {
        var engine = new RecordingHandler();
        var client = engine.Client();

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.UnlockAsync(id, TestContext.Current.CancellationToken));

        Assert.Empty(engine.Sent);
        Assert.DoesNotContain('\r', error.Message);
    }

    private static IEnumerable<(MethodInfo Method, object? Target)> Calls() =>
        from type in typeof(EngineCall).Assembly.GetTypes()
        where type.Namespace == "Camunda.ExternalTask.Protocol.Calls" && type.Name.EndsWith("Calls", StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where typeof(EngineCall).IsAssignableFrom(method.ReturnType)
        select (method, method.IsStatic ? null : Create(type));

    private static object Create(Type type) =>
        type.GetConstructors()[0] is var constructor && constructor.GetParameters() is var parameters
            ? constructor.Invoke([.. parameters.Select(static parameter => parameter.ParameterType == typeof(EngineDateFormat) ? EngineDateFormat.Default : null)])
            : throw new InvalidOperationException();

    /// <summary>Returns the path of a call with a text as one of its arguments; null if the call refuses the text.</summary>
    private static string? PathOf(MethodInfo method, object? target, int index, string text) => Accepted(() =>
    {
        var parameters = method.GetParameters();
        var arguments = parameters.Select((parameter, i) => i == index ? text : Example(parameter)).ToArray();
        using var call = (EngineCall)method.Invoke(target, arguments)!;
        return call.Path;
    });

    private static string? Accepted(Func<string> path)
    {
        try
        {
            return path();
        }
        catch (TargetInvocationException exception) when (exception.InnerException is ArgumentException or VariableException)
        {
            return null;
        }
    }

    private static object? Example(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return type switch
        {
            _ when type == typeof(string) => Nullability(parameter) ? null : "other-1",
            _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(1),
            _ when type == typeof(VariableOwner) => VariableOwner.ProcessInstance("other-1"),
            _ when type == typeof(VariableUpload) => VariableUpload.Bytes(new MemoryStream([1])),
            _ when type == typeof(FetchedTask) => TaskOf(),
            _ when type == typeof(Settlement) => Settlement.Of(TaskOutcome.Completed(), null, default!),
            _ when type == typeof(IReadOnlyDictionary<string, TypedValue>) => new Dictionary<string, TypedValue>(),
            _ when type.IsValueType => Activator.CreateInstance(type),
            _ when Nullability(parameter) => null,
            _ => Activator.CreateInstance(type),
        };
    }

    private static bool Nullability(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;

    private static FetchedTask TaskOf()
    {
        List<FetchedTask> tasks = [];
        FetchedTaskReader.Read("""[{"id":"t","topicName":"topic","workerId":"w","executionId":"e","processInstanceId":"p","variables":{}}]"""u8, [], tasks, EngineDateFormat.Default);
        return tasks[0];
    }

    /// <summary>Splits the path as a server sees it: normalized, by slashes, and each segment decoded.</summary>
    private static (string[] Segments, string[] Query) Split(string path)
    {
        var address = new Uri(new Uri("http://engine:8080/engine-rest/"), path);
        Assert.Equal(("engine", 8080, ""), (address.Host, address.Port, address.Fragment));
        return (
            [.. address.AbsolutePath.Split('/').Select(Uri.UnescapeDataString)],
            [.. address.Query.TrimStart('?').Split('&').Select(static pair => pair.Split('=')[0])]);
    }

    private static void AssertSame((string[] Segments, string[] Query) plain, (string[] Segments, string[] Query) actual, string text, string where)
    {
        var expected = plain.Segments.Select(segment => segment == Plain ? text : segment).ToArray();
        var benign = plain.Segments.Contains(Plain) ? expected : plain.Segments;

        // A call may choose another path for a name that no path can carry; it must then not contain the name.
        if (actual.Segments.Length != benign.Length)
        {
            Assert.True(benign[..actual.Segments.Length].SequenceEqual(actual.Segments), $"{where}: '{text}' leads to {string.Join('/', actual.Segments)}");
            Assert.DoesNotContain(actual.Segments, segment => segment == text && text.Length > 0);
            return;
        }

        Assert.True(benign.SequenceEqual(actual.Segments), $"{where}: '{text}' leads to {string.Join('/', actual.Segments)}");
        Assert.True(plain.Query.SequenceEqual(actual.Query), $"{where}: '{text}' changes the query to {string.Join('&', actual.Query)}");
    }
}
