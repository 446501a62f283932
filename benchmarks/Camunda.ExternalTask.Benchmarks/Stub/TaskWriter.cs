using System.Buffers;
using System.Globalization;
using System.Text;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>Writes tasks as Camunda 7.24 sends them: every field, in its order, with three variables.</summary>
internal static class TaskWriter
{
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'+0000'";
    private const string IdTail = "-e7b5-11f1-918e-02fc00000001";

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:D8}{IdTail}");

    /// <summary>The number in the path <c>/external-task/{id}/complete</c>, or -1.</summary>
    public static int NumberOf(ReadOnlySpan<char> id) =>
        id.Length == 8 + IdTail.Length && int.TryParse(id[..8], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    public static void Write(IBufferWriter<byte> output, Range tasks, string workerId, DateTime now)
    {
        var created = now.ToString(DateFormat, CultureInfo.InvariantCulture);
        var expires = now.AddMinutes(1).ToString(DateFormat, CultureInfo.InvariantCulture);
        var json = new StringBuilder("[");
        for (var number = tasks.Start.Value; number < tasks.End.Value; number++)
        {
            Append(json.Append(json.Length > 1 ? "," : ""), number, workerId, created, expires);
        }

        Encoding.UTF8.GetBytes(json.Append(']').ToString(), output);
    }

    private static void Append(StringBuilder json, int number, string workerId, string created, string expires) => json.Append(
        CultureInfo.InvariantCulture,
        $$"""{"activityId":"CheckCreditScore","activityInstanceId":"CheckCreditScore:{{number:D8}}-e7b6-11f1-918e-02fc00000001","errorMessage":null,"errorDetails":null,""" +
        $$"""
        "executionId":"{{number:D8}}-e7b7-11f1-918e-02fc00000001","id":"{{number:D8}}{{IdTail}}","lockExpirationTime":"{{expires}}","createTime":"{{created}}",
        """ +
        $$"""
        "processDefinitionId":"loanApproval:1:526a499f-e7b5-11f1-918e-02fc00000001","processDefinitionKey":"loanApproval","processDefinitionVersionTag":"1.2",
        """ +
        $$"""
        "processInstanceId":"{{number:D8}}-e7b8-11f1-918e-02fc00000001","retries":null,"suspended":false,"workerId":"{{workerId}}","topicName":"creditScoreChecker","tenantId":null,
        """ +
        $$$"""
        "variables":{"customerId":{"type":"String","value":"{{{StubTask.CustomerId(number)}}}","valueInfo":{}},
        """ +
        $$$"""
        "amount":{"type":"Double","value":{{{StubTask.Amount(number):0.0##}}},"valueInfo":{}},
        """ +
        $$$"""
        "currency":{"type":"String","value":"{{{StubTask.Currency(number)}}}","valueInfo":{}} },"priority":0,"businessKey":"A-{{{number:D8}}}","extensionProperties":{}}
        """);
}
