using System.ComponentModel;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Generated;

/// <summary>Finds the JSON contracts of inputs and outputs in the user's <see cref="JsonSerializerContext"/>, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TaskJson
{
    /// <summary>Finds the JSON contract of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="context">The context of <see cref="TaskJsonContextAttribute"/>.</param>
    /// <exception cref="InvalidOperationException">The context does not contain the type; the message names the missing attribute.</exception>
    public static JsonTypeInfo<T> Resolve<T>(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T> ?? throw new InvalidOperationException(
            $"{context.GetType().Name} does not contain {CSharpName.Of(typeof(T))}. Add [JsonSerializable(typeof({CSharpName.Of(typeof(T))}))] to it.");
    }
}
