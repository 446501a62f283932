namespace Camunda.ExternalTask.Analyzers;

/// <summary>The rules' ids: stable for ever, one range a group.</summary>
internal static class RuleIds
{
    // 1: the declaration of a handler and its types.
    public const string TypeNotPartial = "CET1001";
    public const string ContainingTypeNotPartial = "CET1002";
    public const string TypeNotConcrete = "CET1003";
    public const string TypeGeneric = "CET1004";
    public const string TypeNotExtensible = "CET1005";
    public const string HandlerNotAccessible = "CET1006";
    public const string GeneratedMemberExists = "CET1007";
    public const string HandleMethodMissing = "CET1008";
    public const string HandleMethodAmbiguous = "CET1009";
    public const string HandleMethodGeneric = "CET1010";
    public const string HandleReturnTypeUnsupported = "CET1011";
    public const string HandleParameterUnsupported = "CET1012";
    public const string SeveralInputs = "CET1013";
    public const string SeveralContexts = "CET1014";
    public const string SeveralCancellationTokens = "CET1015";
    public const string InputTypeNotMarked = "CET1016";
    public const string OutputTypeNotMarked = "CET1017";
    public const string ConstructorAmbiguous = "CET1018";
    public const string ConstructorParameterUnsupported = "CET1019";
    public const string HandlerMemberRequired = "CET1020";
    public const string RegistrationNameInvalid = "CET1021";
    public const string NothingGenerated = "CET1022";

    // 2: topics and their filters.
    public const string TopicBlank = "CET2001";
    public const string TopicPadded = "CET2002";
    public const string TopicHandledTwice = "CET2003";
    public const string FilterEmpty = "CET2004";
    public const string FilterContradicts = "CET2005";

    // 3: variables and the properties they fill or come from.
    public const string VariableTypeUnsupported = "CET3001";
    public const string FlagsEnumUnsupported = "CET3002";
    public const string VariableNameDuplicate = "CET3003";
    public const string VariableNameBlank = "CET3004";
    public const string EnumTextAmbiguous = "CET3005";
    public const string OptionalNested = "CET3006";
    public const string ConstructorParameterUnmatched = "CET3007";
    public const string PropertyNotSettable = "CET3008";
    public const string PropertyNotReadable = "CET3009";
    public const string WrittenTypeInvalid = "CET3010";
    public const string ObjectTypeNameMissing = "CET3011";
    public const string SettingWithoutEffect = "CET3012";
    public const string FactOnOutput = "CET3013";
    public const string FactTypeMismatch = "CET3014";
    public const string SourceAmbiguous = "CET3015";
    public const string ExtensionPropertyNameBlank = "CET3016";
    public const string ConverterInvalid = "CET3017";
    public const string ConverterNotAccessible = "CET3018";
    public const string ConverterGeneric = "CET3019";
    public const string ConverterAmbiguous = "CET3020";
    public const string DeserializesAll = "CET3021";

    // 4: BPMN errors and retries.
    public const string ErrorCodeBlank = "CET4001";
    public const string ErrorNotRecord = "CET4002";
    public const string ErrorBaseTypeForeign = "CET4003";
    public const string ReportedTypeNotError = "CET4004";
    public const string RetryCycleInvalid = "CET4005";

    // 5: asynchronous code, cancellation and the context.
    public const string HandleAsyncVoid = "CET5001";

    // 6: JSON and what native compilation needs.
    public const string JsonTypeNotRegistered = "CET6001";
    public const string JsonContextMissing = "CET6002";
    public const string JsonContextInvalid = "CET6003";
    public const string JsonContextNotAccessible = "CET6004";

    // 7: code against BPMN models.
    public const string TopicMisspelt = "CET7001";
    public const string TopicInNoModel = "CET7002";
    public const string ModelTaskWithoutHandler = "CET7003";
    public const string OutputShadowed = "CET7004";
    public const string ErrorNotCaught = "CET7005";
    public const string ModelUnreadable = "CET7006";

    // 8: configuration.
    public const string LockDurationInvalid = "CET8001";
    public const string LockDurationNotPositive = "CET8002";
    public const string MaxConcurrencyNegative = "CET8003";
}
