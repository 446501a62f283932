using System.ComponentModel;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Camunda.ExternalTask.Values;

namespace Camunda.ExternalTask.Generated;

/// <summary>The JSON types of inputs and outputs, taken from the user's <see cref="JsonSerializerContext"/>; nothing is found by reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TaskJson
{
    /// <summary>How the context reads and writes a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="context">The context of <see cref="TaskJsonContextAttribute"/>.</param>
    /// <exception cref="InvalidOperationException">The context does not know the type; the message names the missing attribute.</exception>
    public static JsonTypeInfo<T> Resolve<T>(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T> ?? throw new InvalidOperationException(
            $"{context.GetType().Name} does not know {CSharpName.Of(typeof(T))}. Add [JsonSerializable(typeof({CSharpName.Of(typeof(T))}))] to it.");
    }
}
