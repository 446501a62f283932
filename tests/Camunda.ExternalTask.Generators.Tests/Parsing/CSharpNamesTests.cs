using System.Text.Json;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Writing;

namespace Camunda.ExternalTask.Generators.Tests.Parsing;

public sealed class CSharpNamesTests
{
    [Theory]
    [InlineData("CustomerId")]
    [InlineData("customerId")]
    [InlineData("ID")]
    [InlineData("URLPath")]
    [InlineData("URL2")]
    [InlineData("A")]
    [InlineData("AB")]
    [InlineData("ABc")]
    [InlineData("X1")]
    [InlineData("_Name")]
    [InlineData("Ärger")]
    public void Camel_case_is_that_of_the_json_serializer(string name) =>
        Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(name), CSharpNames.CamelCase(name));

    [Theory]
    [InlineData("creditScoreChecker", "CreditScoreChecker")]
    [InlineData("loan-granted", "LoanGranted")]
    [InlineData("NO_STOCK", "NoStock")]
    [InlineData("DECLINED", "Declined")]
    [InlineData("SEPA", "Sepa")]
    [InlineData("EUR", "EUR")]
    [InlineData("IBAN check", "IbanCheck")]
    [InlineData("com.acme.Loan", "ComAcmeLoan")]
    [InlineData("2fast", "_2fast")]
    [InlineData("größe", "Größe")]
    [InlineData("🙂", "_")]
    [InlineData("", "_")]
    public void Pascal_case_makes_names_of_texts(string text, string name) => Assert.Equal(name, CSharpNames.PascalCase(text));

    [Fact]
    public void Engine_types_are_those_of_the_runtime() => Assert.Equal(
        Enum.GetValues<VariableType>().Select(type => (type.ToString(), (int)type)),
        Enum.GetValues<EngineType>().Select(type => (type.ToString(), (int)type)));
}
