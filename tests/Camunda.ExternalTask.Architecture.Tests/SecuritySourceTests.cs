using System.Text.RegularExpressions;
using Camunda.ExternalTask.Tests.Repository;

namespace Camunda.ExternalTask.Architecture.Tests;

/// <summary>What the runtime must not use on data of the engine.</summary>
public class SecuritySourceTests
{
    [Fact]
    [Trait("Security", "S7")]
    public void S7_No_header_is_added_without_validation() => AssertUnused(@"\bTryAddWithoutValidation\b");

    [Fact]
    [Trait("Security", "S9")]
    public void S9_No_type_is_made_of_a_name_or_of_serialized_bytes() =>
        AssertUnused(@"\bType\.GetType\(|\bActivator\.CreateInstance\(|\bBinaryFormatter\b|\bJsonDerivedType\b|\bJsonPolymorphic\b|\bAssembly\.Load");

    [Fact]
    [Trait("Security", "S18")]
    public void S18_No_regular_expression_reads_data() => AssertUnused(@"\bRegex\b|\bGeneratedRegex\b");

    [Fact]
    [Trait("Security", "S1")]
    public void S1_No_code_accepts_a_certificate() => AssertUnused(@"\bRemoteCertificateValidationCallback\b|\bServerCertificateCustomValidationCallback\b|\bDangerousAccept");

    [Fact]
    [Trait("Security", "S17")]
    public void S17_No_token_is_stored_outside_of_memory() =>
        Assert.Empty(Uses(Path.Combine("src", "Camunda.ExternalTask", "Http"), @"\bFile\.|\bFileStream\b|\bRegistry\b|\bEnvironment\.SetEnvironmentVariable\b"));

    private static void AssertUnused(string pattern) => Assert.Empty(Uses(Path.Combine("src", "Camunda.ExternalTask"), pattern));

    private static List<string> Uses(string folder, string pattern)
    {
        var files = Directory.GetFiles(Path.Combine(RepositoryRoot.Folder, folder), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        return [.. from file in files from line in File.ReadLines(file) where Regex.IsMatch(line, pattern) && !line.TrimStart().StartsWith("///", StringComparison.Ordinal) select $"{file}: {line.Trim()}"];
    }
}
