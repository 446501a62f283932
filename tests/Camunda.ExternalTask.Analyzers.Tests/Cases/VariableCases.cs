namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class VariableCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(RuleIds.VariableTypeUnsupported,
            """
            [TaskInput] public partial record Request(Stream {|CET3001:Document|}, Func<int> {|CET3001:Amount|}, object {|CET3001:Anything|});
            """,
            """
            [TaskInput] public partial record Request(byte[] Document, JsonElement Order, TypedValue Anything, DateOnly Day);
            """),

        new(RuleIds.FlagsEnumUnsupported,
            """
            [TaskInput] public partial record Request(Channels {|CET3002:Channels|});

            [Flags] public enum Channels { Mail = 1, Phone = 2 }
            """,
            """
            [TaskInput] public partial record Request(Channel Channel);

            public enum Channel { Mail = 1, Phone = 2 }
            """),

        new(RuleIds.VariableNameDuplicate,
            """
            [TaskInput] public partial record Request(string Customer, [Variable("customer")] string {|CET3003:Buyer|});
            """,
            """
            [TaskInput] public partial record Request(string Customer, [Variable("Customer")] string Buyer, [BusinessKey] string Key);
            """),

        new(RuleIds.VariableNameBlank,
            """
            [TaskInput] public partial record Request([Variable({|CET3004:""|})] string Customer);
            """,
            """
            [TaskInput] public partial record Request([Variable] string Customer, [Variable("customer-id")] string Id);
            """),

        new(RuleIds.EnumTextAmbiguous,
            """
            [TaskOutput] public partial record Score(Risk {|CET3005:Risk|});

            public enum Risk { Low, [JsonStringEnumMemberName("Low")] High }
            """,
            """
            [TaskOutput] public partial record Score(Risk Risk);

            public enum Risk { Low, [JsonStringEnumMemberName("low")] High, Highest = High }
            """),

        new(RuleIds.OptionalNested,
            """
            [TaskInput] public partial record Request(Optional<int>? {|CET3006:Amount|});
            """,
            """
            [TaskInput] public partial record Request(Optional<int?> Amount);
            """),

        new(RuleIds.ConstructorParameterUnmatched,
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

        new(RuleIds.PropertyNotSettable,
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

        new(RuleIds.PropertyNotReadable,
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

        new(RuleIds.WrittenTypeInvalid,
            """
            [TaskOutput] public partial record Score([property: Variable(Type = {|CET3010:VariableType.Short|})] int Points);
            """,
            """
            [TaskOutput] public partial record Score([property: Variable(Type = VariableType.Long)] int Points);
            """),

        new(RuleIds.ObjectTypeNameMissing,
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

        new(RuleIds.SettingWithoutEffect,
            """
            [TaskInput] public partial record Request([Variable(Transient = {|CET3012:true|})] string Customer);
            """,
            """
            [TaskInput, TaskOutput] public partial record Request([Variable(Transient = true, Strict = true)] string Customer);
            """),

        new(RuleIds.FactOnOutput,
            """
            [TaskOutput] public partial record Score(int Points, [BusinessKey] string {|CET3013:Key|});
            """,
            """
            [TaskInput, TaskOutput] public partial record Score(int Points, [BusinessKey] string Key);
            """),

        new(RuleIds.FactTypeMismatch,
            """
            [TaskInput] public partial record Request([TaskFact(TaskFact.Priority)] int {|CET3014:Priority|});
            """,
            """
            [TaskInput] public partial record Request([TaskFact(TaskFact.Priority)] long Priority, [TaskFact(TaskFact.Retries)] int? Retries);
            """),

        new(RuleIds.SourceAmbiguous,
            """
            [TaskInput] public partial record Request([BusinessKey, Variable("key")] string {|CET3015:Key|});
            """,
            """
            [TaskInput] public partial record Request([BusinessKey] string Key, [Variable("key")] string Other);
            """),

        new(RuleIds.ExtensionPropertyNameBlank,
            """
            [TaskInput] public partial record Request([ExtensionProperty({|CET3016:" "|})] string Endpoint);
            """,
            """
            [TaskInput] public partial record Request([ExtensionProperty("endpoint")] string Endpoint);
            """),

        new(RuleIds.DeserializesAll,
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
