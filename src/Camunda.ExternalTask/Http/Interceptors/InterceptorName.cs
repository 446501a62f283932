namespace Camunda.ExternalTask.Http.Interceptors;

/// <summary>What an interceptor is called in logs: its own name, or the place where it was added. Never its source text, which may hold a secret.</summary>
internal static class InterceptorName
{
    public static string Of(string? name, string file, int line) =>
        string.IsNullOrWhiteSpace(name) ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{FileName(file)}:{line}") : name;

    /// <summary>The file may have been compiled on a system with other separators.</summary>
    private static string FileName(string path) => path[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
