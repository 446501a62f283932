using System.Text.Json;

namespace Camunda.ExternalTask;

/// <summary>Writes the body of the call that ends a task.</summary>
internal static class SettlementBody
{
    public static string PathOf(SettlementKind kind) => kind switch
    {
        SettlementKind.Complete => "complete",
        SettlementKind.BpmnError => "bpmnError",
        SettlementKind.Failure => "failure",
        _ => "unlock",
    };

    /// <exception cref="VariableException">The output holds something that must not be sent.</exception>
    public static void Write(Utf8JsonWriter json, string workerId, Settlement settlement)
    {
        json.WriteStartObject();
        json.WriteString("workerId"u8, workerId);
        switch (settlement.Kind)
        {
            case SettlementKind.Complete:
                WriteVariables(json, settlement.Output);
                WriteLocalVariables(json, settlement.Output);
                break;
            case SettlementKind.BpmnError:
                json.WriteString("errorCode"u8, settlement.ErrorCode);
                if (settlement.Message is { } message)
                {
                    json.WriteString("errorMessage"u8, ErrorText.CutMessage(message));
                }

                WriteVariables(json, settlement.Output);
                break;
            case SettlementKind.Failure:
                WriteFailure(json, settlement);
                break;
        }

        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteVariables(Utf8JsonWriter json, ITaskOutput? output)
    {
        if (output is not null)
        {
            json.WriteStartObject("variables"u8);
            output.WriteVariables(new VariableWriter(json));
            json.WriteEndObject();
        }
    }

    private static void WriteLocalVariables(Utf8JsonWriter json, ITaskOutput? output)
    {
        if (output is not null)
        {
            json.WriteStartObject("localVariables"u8);
            output.WriteLocalVariables(new VariableWriter(json));
            json.WriteEndObject();
        }
    }

    private static void WriteFailure(Utf8JsonWriter json, Settlement failure)
    {
        json.WriteString("errorMessage"u8, ErrorText.CutMessage(failure.Message));
        if (failure.Details is { } details)
        {
            json.WriteString("errorDetails"u8, ErrorText.WellFormed(details));
        }

        json.WriteNumber("retries"u8, failure.Retries);
        json.WriteNumber("retryTimeout"u8, (long)failure.RetryTimeout.TotalMilliseconds);
        WriteMap(json, "variables"u8, failure.Variables);
        WriteMap(json, "localVariables"u8, failure.LocalVariables);
    }

    private static void WriteMap(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, TypedValue>? variables)
    {
        if (variables is not { Count: > 0 })
        {
            return;
        }

        json.WriteStartObject(name);
        new VariableWriter(json).WriteAll(variables);
        json.WriteEndObject();
    }
}
