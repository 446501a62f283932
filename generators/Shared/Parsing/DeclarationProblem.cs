namespace Camunda.ExternalTask.Shared.Parsing;

/// <summary>
/// What can be wrong with a handler, an input, an output or a BPMN error. A problem that says <i>nothing is generated</i> makes the parser
/// skip the type, and every handler that uses it; the others leave the generated code as it is.
/// </summary>
/// <remarks>Each says which texts are handed to the sink, in order. Types and members are named as messages name them.</remarks>
internal enum DeclarationProblem
{
    /// <summary>The type is not partial; nothing is generated. {type} {attribute}</summary>
    TypeNotPartial,

    /// <summary>A type around it is not partial; nothing is generated. {containing type} {type}</summary>
    ContainingTypeNotPartial,

    /// <summary>The type or one around it is generic; nothing is generated. {type} {attribute}</summary>
    TypeGeneric,

    /// <summary>The type is abstract or static; nothing is generated. {type} {attribute} {<c>abstract</c> or <c>static</c>}</summary>
    TypeNotConcrete,

    /// <summary>The type or one around it is a ref struct or local to its file; nothing is generated. {type} {attribute} {<c>ref struct</c> or <c>file-local</c>}</summary>
    TypeNotExtensible,

    /// <summary>The registration cannot name the handler; nothing is generated. {handler}</summary>
    HandlerNotAccessible,

    /// <summary>The type implements by hand what would be generated, or has a member of a generated name; nothing is generated. {type} {member}</summary>
    GeneratedMemberExists,

    /// <summary>There is no Handle or HandleAsync; nothing is generated. {handler}</summary>
    HandleMethodMissing,

    /// <summary>There are several; nothing is generated. {handler} {how many}</summary>
    HandleMethodAmbiguous,

    /// <summary>The handle method is generic; nothing is generated. {method}</summary>
    HandleMethodGeneric,

    /// <summary>The handle method returns nothing that can be reported; nothing is generated. {method} {return type}</summary>
    HandleReturnTypeUnsupported,

    /// <summary>The handle method is <c>async void</c>; nothing is generated. {method}</summary>
    HandleAsyncVoid,

    /// <summary>A parameter is neither input, context nor cancellation token; nothing is generated. {parameter} {type}</summary>
    HandleParameterUnsupported,

    /// <summary>Two inputs; nothing is generated. {parameter} {type}</summary>
    SeveralInputs,

    /// <summary>Two contexts; nothing is generated. {parameter}</summary>
    SeveralContexts,

    /// <summary>Two cancellation tokens; nothing is generated. {parameter}</summary>
    SeveralCancellationTokens,

    /// <summary>A parameter's type of this assembly lacks <c>[TaskInput]</c>; nothing is generated. {parameter} {type}</summary>
    InputTypeNotMarked,

    /// <summary>A returned type of this assembly lacks <c>[TaskOutput]</c>; nothing is generated. {method} {type}</summary>
    OutputTypeNotMarked,

    /// <summary>A handler has several public constructors, none of them primary or marked, or an input has several; nothing is generated. {type} {how many}</summary>
    ConstructorAmbiguous,

    /// <summary>A handler's constructor takes what no container can give; nothing is generated. {parameter} {type}</summary>
    ConstructorParameterUnsupported,

    /// <summary>A parameter of an input's constructor has no property of its name and type; nothing is generated. {parameter} {type}</summary>
    ConstructorParameterUnmatched,

    /// <summary>A handler has a required member, which the container cannot set; nothing is generated. {handler} {member}</summary>
    HandlerMemberRequired,

    /// <summary>The topic is blank; nothing is generated. {handler}</summary>
    TopicBlank,

    /// <summary>The topic has white space around it. {topic}</summary>
    TopicPadded,

    /// <summary>The lock duration is no ISO 8601 duration of fixed length; the default is taken. {text}</summary>
    LockDurationInvalid,

    /// <summary>The lock duration is not positive; the default is taken. {text}</summary>
    LockDurationNotPositive,

    /// <summary>The retry cycle is none; the default is taken. {text}</summary>
    RetryCycleInvalid,

    /// <summary>The limit is negative; none is taken. {number}</summary>
    MaxConcurrencyNegative,

    /// <summary>A filter restricts nothing, or matches nothing; nothing is generated. {filter} {what is wrong with it} {handler}</summary>
    FilterEmpty,

    /// <summary>Two filters exclude each other. {filter} {filter}</summary>
    FilterContradicts,

    /// <summary>Another handler has the same topic and the same filters. {topic} {other handler}</summary>
    TopicHandledTwice,

    /// <summary>An error code is blank; nothing is generated for an error type, and a reported code is left out. {type}</summary>
    ErrorCodeBlank,

    /// <summary>A reported type has no <c>[BpmnError]</c>; it is left out. {type}</summary>
    ReportedTypeNotError,

    /// <summary>A BPMN error is not a record; nothing is generated. {type}</summary>
    ErrorNotRecord,

    /// <summary>A BPMN error has a base type that is not one; nothing is generated. {type} {base type}</summary>
    ErrorBaseTypeForeign,

    /// <summary>A property's type maps to no variable; nothing is generated. {property} {type}</summary>
    VariableTypeUnsupported,

    /// <summary>An enum with <c>[Flags]</c> has no text for its combinations; nothing is generated. {property} {type}</summary>
    FlagsEnumUnsupported,

    /// <summary>Two members of an enum travel as the same text; nothing is generated. {enum} {text}</summary>
    EnumTextAmbiguous,

    /// <summary>An <c>Optional</c> of an <c>Optional</c>, or a nullable one; nothing is generated. {property} {type}</summary>
    OptionalNested,

    /// <summary>An input's property has no setter and no constructor parameter; it is left out. {property}</summary>
    PropertyNotSettable,

    /// <summary>An output's property has no getter; it is left out. {property}</summary>
    PropertyNotReadable,

    /// <summary>Two properties map to one variable; nothing is generated. {property} {variable} {other property}</summary>
    VariableNameDuplicate,

    /// <summary>The variable's name is blank, or holds half of a surrogate pair; nothing is generated. {property}</summary>
    VariableNameBlank,

    /// <summary>The C# type cannot be written as the engine type; nothing is generated. {property} {type} {engine type}</summary>
    WrittenTypeInvalid,

    /// <summary>An output of type Object has no Java class name; nothing is generated. A blank one on a type is left out. {property or type}</summary>
    ObjectTypeNameMissing,

    /// <summary>A setting of <c>[Variable]</c>, or a converter or class name, has no effect where it stands. {property or type} {setting}</summary>
    SettingWithoutEffect,

    /// <summary>The named type does not convert the property's type; nothing is generated. On the assembly it is left out. {converter} {type, or <c>T</c>}</summary>
    ConverterInvalid,

    /// <summary>The generated code cannot name the converter; nothing is generated. {converter}</summary>
    ConverterNotAccessible,

    /// <summary>The converter is an open generic type; nothing is generated. On the assembly it is left out. {converter}</summary>
    ConverterGeneric,

    /// <summary>A property, a type or the assembly has two converters for one type; the first is taken. {property or type} {converter} {other converter}</summary>
    ConverterAmbiguous,

    /// <summary>A handler lets the engine deserialize all variables there are. {handler}</summary>
    DeserializesAll,

    /// <summary>A fact, the business key or an extension property stands on an output or BPMN error; it is left out. {property} {attribute}</summary>
    FactOnOutput,

    /// <summary>The property's type is not the fact's; nothing is generated. {property} {attribute} {type} {type of the fact}</summary>
    FactTypeMismatch,

    /// <summary>A property has more than one of <c>[Variable]</c>, <c>[BusinessKey]</c>, <c>[ExtensionProperty]</c> and <c>[TaskFact]</c>; nothing is generated. {property}</summary>
    SourceAmbiguous,

    /// <summary>The extension property's name is blank; nothing is generated. {property}</summary>
    ExtensionPropertyNameBlank,

    /// <summary>A type travels as JSON and there is no serializer context; nothing is generated. {property} {type}</summary>
    JsonContextMissing,

    /// <summary>The named type is no source-generated context; nothing that needs it is generated. {type}</summary>
    JsonContextInvalid,

    /// <summary>The generated code cannot name the context; nothing that needs it is generated. {type}</summary>
    JsonContextNotAccessible,

    /// <summary>The context does not know the type; the worker refuses to start. {property} {type} {context}</summary>
    JsonTypeNotRegistered,

    /// <summary>The name of the registration method is no C# name; <c>AddHandlers</c> is taken. {text}</summary>
    RegistrationNameInvalid,
}
