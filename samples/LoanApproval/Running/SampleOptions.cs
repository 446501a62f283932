using System.Globalization;

namespace LoanApproval.Running;

/// <summary>The options of the command line.</summary>
internal sealed record SampleOptions
{
    public const string Usage = """
        Usage: LoanApproval [--engine-url URL [--user USER --password PASSWORD]] [--count N]

          --engine-url URL   The REST API of a running engine, such as http://localhost:8080/engine-rest. Default: an engine in memory.
          --user USER        The user name for Basic authentication.
          --password PASSWORD
          --count N          The number of loan applications, 1 to 1000000. Default 1000.
          --help             Prints this text.
        """;

    /// <summary>The engine's REST address; null for the engine in memory.</summary>
    public Uri? EngineUrl { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public int Count { get; init; } = 1_000;

    public bool ShowHelp { get; init; }

    public static SampleOptions Parse(string[] arguments)
    {
        var options = new SampleOptions();
        for (var index = 0; index < arguments.Length; index++)
        {
            var argument = arguments[index];
            string Value() => ++index < arguments.Length ? arguments[index] : throw new SampleException($"{argument} requires a value. See --help.");
            options = argument switch
            {
                "--engine-url" => options with { EngineUrl = UrlOf(Value()) },
                "--user" => options with { User = Value() },
                "--password" => options with { Password = Value() },
                "--count" => options with { Count = CountOf(Value()) },
                "--help" or "-h" => options with { ShowHelp = true },
                _ => throw new SampleException($"Unknown option {argument}. See --help for the options."),
            };
        }

        return options switch
        {
            { ShowHelp: true } => options,
            { User: null, Password: not null } or { User: not null, Password: null } => throw new SampleException("--user and --password must be set together."),
            { User: not null, EngineUrl: null } => throw new SampleException("--user and --password require --engine-url, because the engine in memory needs no credentials."),
            { User: { } user } when user.Length == 0 || user.Contains(':') => throw new SampleException("--user must not be empty or contain a colon."),
            _ => options,
        };
    }

    private static Uri UrlOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) switch
    {
        true when url is { UserInfo.Length: > 0 } => throw new SampleException("--engine-url must not contain credentials. Use --user and --password."),
        true when url is { Scheme: "http" or "https" } => new Uri(url.AbsoluteUri.TrimEnd('/') + "/"),
        _ => throw new SampleException($"--engine-url must be an http or https URL, such as http://localhost:8080/engine-rest, not '{text}'."),
    };

    private static int CountOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 1_000_000
            ? count
            : throw new SampleException($"--count must be a number from 1 to 1000000, not '{text}'.");
}
