using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Protocol.Calls;

/// <summary>The calls that send messages and signals to process instances.</summary>
/// <param name="dateFormat">The engine's format of dates.</param>
internal sealed class MessageCalls(EngineDateFormat dateFormat)
{
    /// <summary>Correlates a message; the answer names the receivers.</summary>
    /// <param name="name">The message's name.</param>
    /// <param name="options">Which instances receive it.</param>
    /// <param name="writeVariables">Writes the variables, or null.</param>
    /// <param name="writeKeys">Writes the correlation keys of the message, or null.</param>
    public EngineCall<IReadOnlyList<CorrelatedMessage>> Correlate(
        string name, CorrelationOptions options, Action<VariableWriter>? writeVariables, Action<VariableWriter>? writeKeys) =>
        new("correlate", "message", RequestCheck.Name(name), HttpMethod.Post, "message", CorrelatedMessage.ReadAll)
        {
            Remedy = RemedyOfMessage,
            Body = RequestBuffer.OfObject(
                (name, options, writeVariables, keys: writeKeys.And(options.CorrelationKeys), dateFormat),
                static (body, given) =>
                {
                    var members = new MemberWriter(body.Json, given.dateFormat);
                    members.Text("messageName", given.name);
                    members.Text("businessKey", given.options.BusinessKey);
                    members.Text("processInstanceId", given.options.ProcessInstanceId);
                    members.Text("tenantId", given.options.TenantId);
                    members.Flag("withoutTenantId", given.options.WithoutTenantId);
                    members.Flag("all", given.options.All);
                    members.Flag("resultEnabled", true);
                    body.WriteMap("correlationKeys"u8, given.keys, given.dateFormat);
                    body.WriteMap("localCorrelationKeys"u8, VariableMaps.And(null, given.options.LocalCorrelationKeys), given.dateFormat);
                    body.WriteMap("processVariables"u8, given.writeVariables, given.dateFormat);
                    body.WriteMap("processVariablesLocal"u8, VariableMaps.And(null, given.options.LocalVariables), given.dateFormat);
                }),
        };

    /// <summary>Sends a signal.</summary>
    /// <param name="name">The signal's name.</param>
    /// <param name="options">Which executions receive it.</param>
    /// <param name="writeVariables">Writes the variables, or null.</param>
    public EngineCall Signal(string name, SignalOptions options, Action<VariableWriter>? writeVariables) =>
        new("send", "signal", RequestCheck.Name(name), HttpMethod.Post, "signal")
        {
            Remedy = static error => error.IsAmbiguous ? "The engine may have delivered the signal." : null,
            Body = RequestBuffer.OfObject(
                (name, options, writeVariables, dateFormat),
                static (body, given) =>
                {
                    var members = new MemberWriter(body.Json, given.dateFormat);
                    members.Text("name", given.name);
                    members.Text("executionId", given.options.ExecutionId);
                    members.Text("tenantId", given.options.TenantId);
                    members.Flag("withoutTenantId", given.options.WithoutTenantId);
                    body.WriteMap("variables"u8, given.writeVariables, given.dateFormat);
                }),
        };

    private static string? RemedyOfMessage(EngineError error) => error switch
    {
        { IsAmbiguous: true } => "The engine may have delivered the message. Check the instance before you send it again.",
        { IsMismatchingMessage: true } when error.Message.Contains("match the correlation keys", StringComparison.Ordinal) =>
            "Several instances wait for the message. Select one by business key, process instance or correlation keys, or set CorrelationOptions.All.",
        { IsMismatchingMessage: true } =>
            "No instance waits for the message, and it starts none. Check its name in the model, the business key, and names, values and engine types of the correlation keys.",
        _ => null,
    };
}
