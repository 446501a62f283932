namespace OpenTelemetry.Trace;

/// <summary>Adds the activities of external-task workers to a tracer provider.</summary>
public static class ExternalTaskTracerProviderBuilderExtensions
{
    /// <summary>Adds the activity source <c>Camunda.ExternalTask</c>: an activity per task, around its middleware, its handler and the call that sends its result.</summary>
    /// <param name="builder">The builder.</param>
    public static TracerProviderBuilder AddCamundaExternalTasks(this TracerProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddSource("Camunda.ExternalTask");
    }
}
