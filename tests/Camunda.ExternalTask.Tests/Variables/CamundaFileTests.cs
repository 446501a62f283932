using System.Text;
using static Camunda.ExternalTask.Tests.Variables.Reading;

namespace Camunda.ExternalTask.Tests.Variables;

public class CamundaFileTests
{
    private const string Info = """{"encoding":"UTF-8","filename":"a.txt","mimeType":"text/plain"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_file_is_read_by_its_infos()
    {
        var file = Value("File", "null", v => v.ReadFile(), Info);
        Assert.Equal(("a.txt", "text/plain", "UTF-8", false), (file.FileName, file.MimeType, file.Encoding, file.IsLoaded));
        Assert.Null(Value("File", "null", v => v.ReadFile(), """{"filename":"a"}""").MimeType);
    }

    [Fact]
    public void Nothing_else_is_a_file()
    {
        Assert.Equal("Variable 'x' is of type Bytes and cannot be read as CamundaFile.", Refusal("Bytes", "\"AAH/\"", v => v.ReadFile()).Message);
        Assert.Equal("Variable 'x' is null (File) and cannot be read as CamundaFile.", Refusal("File", "null", v => v.ReadFile()).Message);
    }

    [Fact]
    public async Task Without_an_engine_there_is_no_content()
    {
        var file = Value("File", "null", v => v.ReadFile(), Info);
        await Assert.ThrowsAsync<InvalidOperationException>(() => file.OpenReadAsync(Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => file.LoadAsync(Token));
        Assert.Contains("is not loaded", Writing.Refusal(v => v.WriteFile("x"u8, file)).Message);
        Assert.Throws<ArgumentException>(() => TypedValue.File(file));
    }

    [Fact]
    public async Task A_file_made_here_has_its_content()
    {
        var file = new CamundaFile("a.txt", "é"u8.ToArray(), "text/plain", "UTF-8");
        Assert.Equal("é", Encoding.UTF8.GetString((await file.LoadAsync(Token)).Span));
        using var reader = new StreamReader(await file.OpenReadAsync(Token));
        Assert.Equal("é", await reader.ReadToEndAsync(Token));
        Assert.Throws<ArgumentException>(() => new CamundaFile(" ", default));
    }

    [Fact]
    public void Files_are_written_with_the_key_the_engine_knows()
    {
        const string wire = """{"x":{"type":"File","value":"YQ==","valueInfo":{"filename":"a.txt","mimeType":"text/plain","encoding":"UTF-8"}}}""";
        var file = new CamundaFile("a.txt", "a"u8.ToArray(), "text/plain", "UTF-8");
        Assert.Equal(wire, Writing.Json(v => v.WriteFile("x"u8, file)));
        Assert.Equal(wire, Writing.Json(v => v.Write("x", TypedValue.Of(file))));
        Assert.Equal("""{"x":{"type":"File","value":"","valueInfo":{"filename":"e","transient":true}}}""", Writing.Json(v => v.WriteFile("x"u8, new CamundaFile("e", default), transient: true)));
        Assert.Equal("""{"x":{"type":"Null","value":null}}""", Writing.Json(v => v.WriteFile("x"u8, null)));
    }
}
