using System.Text.Json.Serialization;
using Camunda.ExternalTask;

// No namespace, keywords for names, names that generated code uses itself, and names that differ in case only.

[ExternalTaskHandler("class")]
public partial class @class
{
    public @event? Handle(@for @in) => new(@in.@string, @in.variables);

    [TaskInput]
    private protected partial record Unused(string Name);

    [TaskInput]
    public partial record @for
    {
        public required string @string { get; init; }

        public required string variables { get; init; }

        public string? task { get; init; }

        public string? input { get; init; }

        public string? taskProperty { get; init; }

        public int? @int { get; set; }

        [Variable("Int")]
        public int? Int { get; set; }

        [Variable("INT")]
        public int? INT { get; set; }

        public Guid @checked { get; init; } = Guid.Empty;
    }

    [TaskOutput]
    public partial record @event(string @object, string variables);
}

public partial interface IOuter
{
    partial record struct @record
    {
        [ExternalTaskHandler("nested")]
        internal sealed partial class Handler
        {
            internal Handler()
            {
            }

            private Secret Handle(Request request) => new(request.Item);

            [TaskInput]
            [TaskJsonContext(typeof(AwkwardJson))]
            private sealed partial record Request(Part Item);

            [TaskOutput]
            [TaskJsonContext(typeof(AwkwardJson))]
            private sealed partial record Secret(Part? Item);
        }
    }
}

public class Part
{
    public string? Name { get; set; }
}

[JsonSerializable(typeof(Part))]
internal sealed partial class AwkwardJson : JsonSerializerContext;

[TaskOutput]
public partial class Ünïcode
{
    public int Größe { get; set; }
}

[TaskOutput]
public partial class ünïcode
{
    public string URLPath { get; set; } = "";

    public string ID { get; set; } = "";
}

[Obsolete]
[TaskInput]
[TaskOutput]
public partial record Old
{
    [Obsolete("gone")]
    public int Number { get; set; }
}

namespace A.@namespace
{
    [TaskInput]
    public partial record Input(string Name);

    namespace Camunda
    {
        // Hides the library's namespace and the framework's to whoever does not say "global::".
        namespace ExternalTask
        {
            public class VariableReader;
        }

        namespace System
        {
            public class TimeSpan;
        }

        [TaskInput]
        public partial record Hidden(string Name);

        [ExternalTaskHandler("hidden", LockDuration = "PT1M")]
        public partial class HiddenHandler
        {
            public void Handle(Hidden hidden)
            {
            }
        }
    }
}
