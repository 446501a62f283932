using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class VariableCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(VariableRules.VariableTypeUnsupported.Id,
            """
            [TaskInput] public partial record Request(Stream {|CET3001:Document|}, Func<int> {|CET3001:Amount|}, object {|CET3001:Anything|});
            """,
            """
            [TaskInput] public partial record Request(byte[] Document, JsonElement Order, TypedValue Anything, DateOnly Day);
            """),

        new(VariableRules.FlagsEnumUnsupported.Id,
            """
            [TaskInput] public partial record Request(Channels {|CET3002:Channels|});

            [Flags] public enum Channels { Mail = 1, Phone = 2 }
            """,
            """
            [TaskInput] public partial record Request(Channel Channel);

            public enum Channel { Mail = 1, Phone = 2 }
            """),

        new(VariableRules.VariableNameDuplicate.Id,
            """
            [TaskInput] public partial record Request(string Customer, [Variable("customer")] string {|CET3003:Buyer|});
            """,
            """
            [TaskInput] public partial record Request(string Customer, [Variable("customers")] string Buyer, [BusinessKey] string Key);
            """),

        new(VariableRules.VariableNameBlank.Id,
            """
            [TaskInput] public partial record Request([Variable({|CET3004:""|})] string Customer);
            """,
            """
            [TaskInput] public partial record Request([Variable] string Customer, [Variable("customer-id")] string Id);
            """),

        new(VariableRules.EnumTextAmbiguous.Id,
            """
            [TaskOutput] public partial record Score(Risk {|CET3005:Risk|});

            public enum Risk { Low, [JsonStringEnumMemberName("Low")] High }
            """,
            """
            [TaskOutput] public partial record Score(Risk Risk);

            public enum Risk { Low, [JsonStringEnumMemberName("low")] High, Highest = High }
            """),

        new(VariableRules.OptionalNested.Id,
            """
            [TaskInput] public partial record Request(Optional<int>? {|CET3006:Amount|});
            """,
            """
            [TaskInput] public partial record Request(Optional<int?> Amount);
            """),

        new(VariableRules.ConstructorParameterUnmatched.Id,
            """
            [TaskInput]
            public partial class Request(string {|CET3007:customer|})
            {
                public string Buyer { get; } = customer;
            }
            """,
            """
            [TaskInput]
            public partial class Request(string customer)
            {
                public string Customer { get; } = customer;
            }
            """),

        new(VariableRules.PropertyNotSettable.Id,
            """
            [TaskInput]
            public partial class Request
            {
                public string? {|CET3008:Customer|} { get; }
            }
            """,
            """
            [TaskInput]
            public partial class Request
            {
                public string? Customer { get; init; }
                public bool HasCustomer => Customer is not null;
            }
            """),

        new(VariableRules.PropertyNotReadable.Id,
            """
            [TaskOutput]
            public partial class Score
            {
                public int {|CET3009:Points|} { set { } }
            }
            """,
            """
            [TaskOutput]
            public partial class Score
            {
                public int Points => 1;
            }
            """),

        new(VariableRules.WrittenTypeInvalid.Id,
            """
            [TaskOutput] public partial record Score([property: Variable(Type = {|CET3010:VariableType.Short|})] int Points);
            """,
            """
            [TaskOutput] public partial record Score([property: Variable(Type = VariableType.Long)] int Points);
            """),

        new(VariableRules.ObjectTypeNameMissing.Id,
            """
            [assembly: TaskJsonContext(typeof(AppJson))]

            [TaskOutput] public partial record Score([property: Variable(Type = {|CET3011:VariableType.Object|})] Details Details);

            public record Details(int Points);

            [JsonSerializable(typeof(Details))] public partial class AppJson : JsonSerializerContext;
            """,
            """
            [assembly: TaskJsonContext(typeof(AppJson))]

            [TaskOutput] public partial record Score([property: Variable(Type = VariableType.Object, ObjectTypeName = "com.example.Details")] Details Details);

            public record Details(int Points);

            [JsonSerializable(typeof(Details))] public partial class AppJson : JsonSerializerContext;
            """) { HitCompiles = false, NearMissCompiles = false },

        new(VariableRules.SettingWithoutEffect.Id,
            """
            [TaskInput] public partial record Request([Variable(Transient = {|CET3012:true|})] string Customer);
            """,
            """
            [TaskInput] public partial record Request([Variable(Strict = true)] string Customer);

            [TaskOutput] public partial record Receipt([Variable(Transient = true)] string Customer);
            """),

        new(VariableRules.TaskPropertyOnOutput.Id,
            """
            [TaskOutput] public partial record Score(int Points, [BusinessKey] string {|CET3013:Key|});
            """,
            """
            [TaskInput] public partial record Score(int Points, [BusinessKey] string Key);
            """),

        new(VariableRules.TaskPropertyTypeMismatch.Id,
            """
            [TaskInput] public partial record Request([FromTask(TaskProperty.Priority)] int {|CET3014:Priority|});
            """,
            """
            [TaskInput] public partial record Request([FromTask(TaskProperty.Priority)] long Priority, [FromTask(TaskProperty.Retries)] int? Retries);
            """),

        new(VariableRules.SourceAmbiguous.Id,
            """
            [TaskInput] public partial record Request([BusinessKey, Variable("key")] string {|CET3015:Key|});
            """,
            """
            [TaskInput] public partial record Request([BusinessKey] string Key, [Variable("key")] string Other);
            """),

        new(VariableRules.ExtensionPropertyNameBlank.Id,
            """
            [TaskInput] public partial record Request([ExtensionProperty({|CET3016:" "|})] string Endpoint);
            """,
            """
            [TaskInput] public partial record Request([ExtensionProperty("endpoint")] string Endpoint);
            """),

        new(VariableRules.DeserializesAll.Id,
            """
            [ExternalTaskHandler("charge", DeserializeValues = {|CET3021:true|})] public partial class Charge { public void Handle(ExternalTaskContext task) { } }
            """,
            """
            [ExternalTaskHandler("charge", DeserializeValues = true)] public partial class Charge { public void Handle(Request input, ExternalTaskContext task) { } }
            [ExternalTaskHandler("refund", DeserializeValues = false)] public partial class Refund { public void Handle(ExternalTaskContext task) { } }
            [TaskInput] public partial record Request(string Customer);
            """),
    ];
}
