using static Camunda.ExternalTask.Conformance.Tests.ValueOutcome;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Files, JSON, XML and serialized objects.</summary>
internal static class StructuredValues
{
    public static IReadOnlyList<ValueCase> All { get; } =
    [
        new(
            "File",
            """{"value":"aGVsbG8=","type":"File","valueInfo":{"filename":"a b.txt","mimeType":"text/plain","encoding":"UTF-8"}}""",
            Stored("File", "null", """{"encoding":"UTF-8","filename":"a b.txt","mimeType":"text/plain"}""")),
        new(
            "File no mime",
            """{"value":"aGVsbG8=","type":"File","valueInfo":{"filename":"a.bin"}}""",
            Stored("File", "null", """{"filename":"a.bin"}""")),
        new("File transient", """{"value":"aGVsbG8=","type":"File","valueInfo":{"filename":"a.bin","transient":true}}""", NotStored),
        new(
            "File no content",
            """{"type":"File","valueInfo":{"filename":"a.bin"}}""",
            Refused(500, "IllegalArgumentException", "Provided value is not of File, InputStream or byte[] type.", null)),
        new(
            "File no name",
            """{"value":"aGVsbG8=","type":"File","valueInfo":{}}""",
            Refused(500, "IllegalArgumentException", "Cannot create file without filename! Please set a name into ValueInfo with key filename", null)),
        new(
            "untyped over long",
            """{"value":92233720368547758079}""",
            Stored("Object", "\"<any>\"", """{"objectTypeName":"java.math.BigInteger","serializationDataFormat":"application/x-java-serialized-object"}""")),
        new(
            "untyped object",
            """{"value":{"x":1}}""",
            Stored("Object", "\"<any>\"", """{"objectTypeName":"java.util.LinkedHashMap","serializationDataFormat":"application/x-java-serialized-object"}""")),
        new(
            "untyped list",
            """{"value":[1,2]}""",
            Stored("Object", "\"<any>\"", """{"objectTypeName":"java.util.ArrayList","serializationDataFormat":"application/x-java-serialized-object"}""")),
        new("Json", """{"value":"{\"x\":[1,2.50,\"\u00e9\"]}","type":"Json"}""", Stored("Json", "\"{\\\"x\\\":[1,2.50,\\\"\\u00e9\\\"]}\""))
        {
            OnOperaton = Unsupported("Json"),
        },
        new("Json null", """{"value":null,"type":"Json"}""", Stored("Json", "null")) { OnOperaton = Unsupported("Json") },
        new(
            "Json as object",
            """{"value":{"x":1},"type":"Json"}""",
            Refused(400, "InvalidRequestException", "Must provide 'null' or String value for value of SerializableValue type 'Json'.", null))
        {
            OnOperaton = Unsupported("Json"),
        },
        new("Json transient", """{"value":"{}","type":"Json","valueInfo":{"transient":true}}""", NotStored)
        {
            OnOperaton = Unsupported("Json"),
        },
        new("Xml", """{"value":"<a b=\"1\">\u00e9</a>","type":"Xml"}""", Stored("Xml", "\"<a b=\\\"1\\\">\\u00e9</a>\""))
        {
            OnOperaton = Unsupported("Xml"),
        },
        new(
            "Object json",
            """{"value":"{\"x\":1}","type":"Object","valueInfo":{"objectTypeName":"java.util.LinkedHashMap<java.lang.String,java.lang.Integer>","serializationDataFormat":"application/json"}}""",
            Stored("Object", "\"{\\\"x\\\":1}\"", """{"objectTypeName":"java.util.LinkedHashMap<java.lang.String,java.lang.Integer>","serializationDataFormat":"application/json"}"""))
        {
            OnOperaton = NoSerializer("application/json", "java.util.LinkedHashMap<java.lang.String,java.lang.Integer>", "7 chars"),
        },
        new(
            "Object json unknown class",
            """{"value":"{\"x\":1}","type":"Object","valueInfo":{"objectTypeName":"com.acme.Order","serializationDataFormat":"application/json"}}""",
            Stored("Object", "\"{\\\"x\\\":1}\"", """{"objectTypeName":"com.acme.Order","serializationDataFormat":"application/json"}"""))
        {
            OnOperaton = NoSerializer("application/json", "com.acme.Order", "7 chars"),
        },
        new(
            "Object list",
            """{"value":"[1,2]","type":"Object","valueInfo":{"objectTypeName":"java.util.ArrayList<java.lang.Integer>","serializationDataFormat":"application/json"}}""",
            Stored("Object", "\"[1,2]\"", """{"objectTypeName":"java.util.ArrayList<java.lang.Integer>","serializationDataFormat":"application/json"}"""))
        {
            OnOperaton = NoSerializer("application/json", "java.util.ArrayList<java.lang.Integer>", "5 chars"),
        },
        new(
            "Object null",
            """{"value":null,"type":"Object","valueInfo":{"objectTypeName":"com.acme.Order","serializationDataFormat":"application/json"}}""",
            Stored("Object", "null", """{"objectTypeName":"com.acme.Order","serializationDataFormat":"application/json"}"""))
        {
            OnOperaton = NoSerializer("application/json", "com.acme.Order", "null"),
        },
        new("Object null without type name", """{"value":null,"type":"Object"}""", NoSerializer("null", "null", "null")),
        new(
            "Object xml",
            """{"value":"<order/>","type":"Object","valueInfo":{"objectTypeName":"com.acme.Order","serializationDataFormat":"application/xml"}}""",
            Stored("Object", "\"<order/>\"", """{"objectTypeName":"com.acme.Order","serializationDataFormat":"application/xml"}"""))
        {
            OnOperaton = NoSerializer("application/xml", "com.acme.Order", "8 chars"),
        },
        new("Object no valueInfo", """{"value":"{}","type":"Object"}""", NoSerializer("null", "null", "2 chars")),
        new(
            "Object java serialized",
            """{"value":"rO0ABXQAAWE=","type":"Object","valueInfo":{"objectTypeName":"java.lang.String","serializationDataFormat":"application/x-java-serialized-object"}}""",
            Refused(500, "ProcessEngineException", "ENGINE-17007 Cannot set variable with name v. Java serialization format is prohibited", 0)),
        new("bad Json", """{"value":"{x","type":"Json"}""", Stored("Json", "\"{x\"")) { OnOperaton = Unsupported("Json") },
        new("bad Xml", """{"value":"<a","type":"Xml"}""", Stored("Xml", "\"<a\"")) { OnOperaton = Unsupported("Xml") },
        new("File with mimetype", """{"value":"aGVsbG8=","type":"File","valueInfo":{"filename":"a.bin","mimetype":"text/plain"}}""", Stored("File", "null", """{"filename":"a.bin"}""")),
        new(
            "Object unknown format",
            """{"value":"x","type":"Object","valueInfo":{"objectTypeName":"a.B","serializationDataFormat":"application/foo"}}""",
            Stored("Object", "\"x\"", """{"objectTypeName":"a.B","serializationDataFormat":"application/foo"}"""))
        {
            OnOperaton = NoSerializer("application/foo", "a.B", "1 chars"),
        },
    ];
}
