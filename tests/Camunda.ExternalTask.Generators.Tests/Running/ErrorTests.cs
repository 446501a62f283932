using Acme.Loan;

namespace Camunda.ExternalTask.Generators.Tests.Running;

public sealed class ErrorTests
{
    [Fact]
    public void Error_has_its_code_message_and_variables()
    {
        BpmnError error = new NoStock("A-1") { Variables = new Dictionary<string, TypedValue> { ["more"] = TypedValue.Integer(1) } };

        Assert.Equal(("NO_STOCK", "There is no \"stock\"."), (error.ErrorCode, error.ErrorMessage));
        Assert.Equal("""{"more":{"type":"Integer","value":1},"sku":{"type":"String","value":"A-1"}}""", Wire.Write(error));
    }

    [Fact]
    public void Error_without_message_and_properties_is_its_code()
    {
        Assert.Equal(("PLAIN", null, "{}"), (new PlainError().ErrorCode, new PlainError().ErrorMessage, Wire.Write(new PlainError())));
        Assert.Equal("NO_STOCK", new UseConstants.Nothing().ErrorCode);
    }

    [Fact]
    public void Derived_error_writes_what_its_base_writes_first()
    {
        var error = new MoreDerivedError(new("a"), [new("b")]) { Count = 3 };

        Assert.Equal(("MORE", "Mine."), (error.ErrorCode, error.ErrorMessage));
        Assert.Equal(["shelf", "howMany", "shelves"], Wire.Names(Wire.Write(error)));
        Assert.Equal("Long", Wire.Type(Wire.Write(error), "howMany"));
        Assert.Equal(("BETWEEN", "here"), (new BetweenError("here").ErrorCode, Wire.Value(Wire.Write(new BetweenError("here")), "where")));
    }
}
