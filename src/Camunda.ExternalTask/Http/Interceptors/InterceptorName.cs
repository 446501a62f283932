namespace Camunda.ExternalTask.Http.Interceptors;

/// <summary>
/// Chooses the name of an interceptor in logs: the given name, or else the source file and line of its registration. The source text is not
/// used, because it may contain a secret.
/// </summary>
internal static class InterceptorName
{
    public static string Of(string? name, string file, int line) =>
        string.IsNullOrWhiteSpace(name) ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{FileName(file)}:{line}") : name;

    /// <summary>Returns the last part of a path, which may contain the separators of another operating system.</summary>
    private static string FileName(string path) => path[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
