namespace Camunda.ExternalTask.Package.Tests.Newcomer;

/// <summary>Files that newcomers write.</summary>
internal static class Texts
{
    /// <summary>A handler of the scenario's topic, below a program's statements or in a file.</summary>
    public const string Handler = """
        [Camunda.ExternalTask.ExternalTaskHandler("TOPIC")]
        public sealed partial class CheckCreditScore(CreditBureau bureau)
        {
            public Camunda.ExternalTask.TaskOutcome<CreditScore> Handle(CreditRequest input) =>
                bureau.ScoreOf(input.CustomerId) is { } score ? new CreditScore(score) : new CustomerUnknown();

            [Camunda.ExternalTask.TaskInput]
            public sealed partial record CreditRequest(string CustomerId);

            [Camunda.ExternalTask.TaskOutput]
            public sealed partial record CreditScore(int Score);

            [Camunda.ExternalTask.BpmnError("CUSTOMER_UNKNOWN")]
            public sealed partial record CustomerUnknown;
        }

        public sealed class CreditBureau
        {
            public int? ScoreOf(string customerId) => customerId == "C-1" ? 712 : null;
        }
        """;

    /// <summary>The registration of worker and handlers on a host builder.</summary>
    public const string Registration = """
        builder.Services
            .AddSingleton<CreditBureau>()
            .AddCamundaExternalTasks(options => options.BaseAddress = new(builder.Configuration["Engine"] ?? "http://localhost:8080/engine-rest"))
            .AddHandlers();
        """;

    /// <summary>A whole program on the generic host, without implicit usings.</summary>
    public const string Program = $"""
        using System;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        var builder = Host.CreateApplicationBuilder(args);
        {Registration}
        builder.Build().Run();

        {Handler}
        """;

    public static string Project(string properties = "", string references = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>{properties}</PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Camunda.ExternalTask" Version="VERSION" />
            <PackageReference Include="Microsoft.Extensions.Hosting" Version="HOSTING" />
            {references}
          </ItemGroup>
        </Project>
        """;
}
