namespace OpenTelemetry.Metrics;

/// <summary>Adds the metrics of external-task workers to a meter provider.</summary>
public static class ExternalTaskMeterProviderBuilderExtensions
{
    /// <summary>Adds the meter <c>Camunda.ExternalTask</c>. Its histograms advise buckets for seconds, so they need no views.</summary>
    /// <param name="builder">The builder.</param>
    public static MeterProviderBuilder AddCamundaExternalTasks(this MeterProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddMeter("Camunda.ExternalTask");
    }
}
