using System.Text.Json;
using System.Xml;
using static Camunda.ExternalTask.Tests.Variables.Reading;

namespace Camunda.ExternalTask.Tests.Variables;

public class DocumentReadingTests
{
    private const string JsonObject = """{"objectTypeName":"com.example.Foo","serializationDataFormat":"application/json"}""";
    private const string XmlObject = """{"objectTypeName":"com.example.Foo","serializationDataFormat":"application/xml"}""";
    private const string JavaObject = """{"objectTypeName":"com.example.Foo","serializationDataFormat":"application/x-java-serialized-object"}""";
    private const string LoanText = """ "{\"Customer\":\"Zoë\",\"Amount\":1.10}" """;

    [Theory]
    [InlineData("Json", "{}")]
    [InlineData("String", "{}")]
    [InlineData("Object", JsonObject)]
    public void Json_text_becomes_a_users_type(string type, string info)
    {
        Assert.Equal(new Loan("Zoë", 1.10m), Value(type, LoanText.Trim(), v => v.ReadJson(TestJson.Default.Loan), info));
        Assert.Equal("Zoë", Value(type, LoanText.Trim(), v => v.ReadJsonElement(), info).GetProperty("Customer").GetString());
        Assert.Equal("Zoë", (string?)Value(type, LoanText.Trim(), v => v.ReadJsonNode(), info)!["Customer"]);
    }

    [Fact]
    public void A_deserialized_object_becomes_a_users_type() =>
        Assert.Equal(new Loan("A", 2m), Value("Object", """{"Customer":"A","Amount":2}""", v => v.ReadJson(TestJson.Default.Loan), JsonObject));

    [Fact]
    public void Lists_and_unescaped_text()
    {
        Assert.Empty(Value("Json", "\"[]\"", v => v.ReadJson(TestJson.Default.ListLoan))!);
        Assert.Equal(JsonValueKind.Number, Value("Json", "\"1\"", v => v.ReadJsonElement()).ValueKind);
    }

    [Fact]
    public void Case086_The_text_null_and_a_null_variable_are_two_things()
    {
        Assert.Null(Value("Json", "\"null\"", v => v.ReadJson(TestJson.Default.Loan)));
        Assert.Null(Value("Json", "\"null\"", v => v.ReadJsonNode()));
        Assert.Equal(JsonValueKind.Null, Value("Json", "\"null\"", v => v.ReadJsonElement()).ValueKind);
        Assert.Equal("Variable 'x' is null (Json) and cannot be read as Loan (Json).", Refusal("Json", "null", v => v.ReadJson(TestJson.Default.Loan)).Message);
    }

    [Fact]
    public void Other_types_are_refused_with_both_types_named()
    {
        var exception = Refusal("Integer", "5", v => v.ReadJson(TestJson.Default.ListLoan));
        Assert.Equal("Variable 'x' is of type Integer and cannot be read as List<Loan> (Json).", exception.Message);
        Assert.Equal("Integer", exception.ReceivedType);
        Assert.Equal("List<Loan> (Json)", exception.WantedType);
        Refusal("Object", "\"<a/>\"", v => v.ReadJson(TestJson.Default.Loan), XmlObject);
        Refusal("String", LoanText.Trim(), v => v.ReadJson(TestJson.Default.Loan, strict: true));
    }

    [Theory]
    [InlineData("""{\"Customer\":\"Secret""")]
    [InlineData("Secret")]
    [InlineData("")]
    [InlineData("""{\"Customer\":\"Secret\",\"Amount\":\"x\"}""")]
    [InlineData("""{} Secret""")]
    [InlineData("""{\"Customer\":\"\uD83D\",\"Amount\":1}""")]
    [InlineData("""{\"Customer\":\"\\uD83D\",\"Amount\":1}""")]
    public void Case152_Broken_text_names_the_variable_and_keeps_the_value_to_itself(string text)
    {
        var exception = Refusal("Json", $"\"{text}\"", v => v.ReadJson(TestJson.Default.Loan));
        Assert.Equal("Variable 'x' is of type Json and cannot be read as Loan (Json): its text is malformed or does not match the type.", exception.Message);
        Assert.NotNull(exception.InnerException);
        Assert.DoesNotContain("Secret", exception.Message);
    }

    [Fact]
    public void What_a_users_type_throws_is_about_a_variable()
    {
        var exception = Refusal("Json", """ "{\"Number\":-1}" """.Trim(), v => v.ReadJson(TestJson.Default.Picky));
        Assert.IsType<ArgumentOutOfRangeException>(exception.InnerException);
    }

    [Fact]
    public void Nesting_has_the_depth_of_the_options_and_not_of_the_answer()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 70)) + string.Concat(Enumerable.Repeat("]", 70));
        Refusal("Json", $"\"{deep}\"", v => v.ReadJsonElement());
        Assert.Equal(deep, Value("Object", deep, v => v.Read<string>(), JsonObject));
    }

    [Fact]
    public void A_Java_serialized_object_says_what_it_is()
    {
        var exception = Refusal("Object", "\"rO0ABQ==\"", v => v.ReadJson(TestJson.Default.Loan), JavaObject);
        Assert.Contains("Java-serialized com.example.Foo", exception.Message);
        Refusal("Object", "\"rO0ABQ==\"", v => v.ReadXDocument(), JavaObject);
    }

    [Theory]
    [InlineData("Xml", "{}")]
    [InlineData("String", "{}")]
    [InlineData("Object", XmlObject)]
    public void Xml_text_becomes_a_document(string type, string info)
    {
        const string text = """ "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a b=\"1\"> <c/> </a>" """;
        Assert.Equal("""<a b="1"> <c /> </a>""", Value(type, text.Trim(), v => v.ReadXElement(), info).ToString(System.Xml.Linq.SaveOptions.DisableFormatting));
        Assert.Equal("a", Value(type, text.Trim(), v => v.ReadXDocument(), info).Root!.Name.LocalName);
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("")]
    [InlineData("<a>\\uD83D</a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY e \\\"x\\\">]><a>&e;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM \\\"file:///etc/passwd\\\"><a/>")]
    [Trait("Security", "S10")]
    public void Broken_xml_and_document_types_are_refused(string text) =>
        Assert.IsType<XmlException>(Refusal("Xml", $"\"{text}\"", v => v.ReadXDocument()).InnerException);

    [Fact]
    public void Json_is_not_xml()
    {
        Refusal("Json", "\"{}\"", v => v.ReadXElement());
        Refusal("Xml", "null", v => v.ReadXElement());
    }
}
