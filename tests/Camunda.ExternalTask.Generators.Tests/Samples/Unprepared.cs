using System.Text.Json.Serialization;
using Camunda.ExternalTask;

namespace Acme.Loan;

// A context that forgets a type: said at start.

public record Forgotten(string Name);

[JsonSerializable(typeof(int))]
internal sealed partial class ForgetfulJson : JsonSerializerContext;

[ExternalTaskHandler("unprepared")]
public sealed partial class Unprepared
{
    public Output Handle(Input input) => new(input.Forgotten);

    [TaskInput]
    [TaskJsonContext(typeof(ForgetfulJson))]
    public partial record Input(Forgotten Forgotten);

    [TaskOutput]
    [TaskJsonContext(typeof(ForgetfulJson))]
    public partial record Output(Forgotten Forgotten);
}

[ExternalTaskHandler("unpreparedOutput")]
public sealed partial class UnpreparedOutput
{
    public TaskOutcome<Unprepared.Output> Handle() => TaskOutcome.Released();
}
