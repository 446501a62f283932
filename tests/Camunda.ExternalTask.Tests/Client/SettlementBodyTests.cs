using System.Text;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Tests.Client;

public class SettlementBodyTests
{
    [Fact]
    public void Objects_that_would_be_empty_are_left_out_wherever_they_stand()
    {
        Assert.Equal("""{"workerId":"w"}""", Completion(new()));
        Assert.Equal("""{"workerId":"w","variables":{"a":{"type":"Integer","value":1}}}""", Completion(new UntypedOutput().Set("a", 1)));
        Assert.Equal("""{"workerId":"w","localVariables":{"a":{"type":"Integer","value":1}}}""", Completion(new UntypedOutput().SetLocal("a", 1)));
        Assert.Equal(
            """{"workerId":"w","errorCode":"E","errorMessage":"m"}""",
            Body(new(SettlementKind.BpmnError) { ErrorCode = "E", Message = "m", Output = new UntypedOutput().SetLocal("a", 1) }));
    }

    [Fact]
    public void A_buffer_that_was_returned_starts_anew()
    {
        // The last one is longer than what a buffer starts with, and than what is kept.
        foreach (var length in new[] { 0, 10, 0, 3000, 0, 100_000, 0 })
        {
            var text = new string('x', length);
            var output = length == 0 ? new UntypedOutput() : new UntypedOutput().SetLocal("a", text);
            Assert.Equal(
                length == 0 ? """{"workerId":"w"}""" : $$$"""{"workerId":"w","localVariables":{"a":{"type":"String","value":"{{{text}}}"} } }""".Replace(" ", ""),
                Completion(output));
        }
    }

    private static string Completion(UntypedOutput output) => Body(new(SettlementKind.Complete) { Output = output });

    private static string Body(Settlement settlement)
    {
        using var body = RequestBuffer.OfObject(settlement, static (body, given) => SettlementBody.Write(body, "w", given, EngineDateFormat.Default));
        return Encoding.UTF8.GetString(body.Written);
    }
}
