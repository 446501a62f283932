using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

/// <summary>A file of a deployment, completely in memory.</summary>
public sealed class DeploymentFile
{
    /// <summary>Creates a file from its content.</summary>
    /// <param name="name">The name in the deployment. Its extension decides what the engine does with it: <c>.bpmn</c>, <c>.dmn</c>, <c>.cmmn</c>, <c>.form</c>.</param>
    /// <param name="content">The content; not empty.</param>
    /// <exception cref="ArgumentException">The name is blank or not well-formed, or the content is empty.</exception>
    public DeploymentFile(string name, ReadOnlyMemory<byte> content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!LenientText.IsWellFormed(name))
        {
            throw new ArgumentException("The name contains half of a surrogate pair. Remove it.", nameof(name));
        }

        Name = content.IsEmpty ? throw new ArgumentException($"'{name}' is empty, and the engine would ignore it. Pass its content.", nameof(content)) : name;
        Content = content;
    }

    /// <summary>The name in the deployment.</summary>
    public string Name { get; }

    /// <summary>The content.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Reads a file. Its name in the deployment is its name without the folder.</summary>
    /// <param name="path">The path.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<DeploymentFile> ReadAsync(string path, CancellationToken cancellationToken = default) =>
        new(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads a stream from its current position to its end. The caller disposes of it.</summary>
    /// <param name="name">The name in the deployment, as in the constructor.</param>
    /// <param name="content">The content.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<DeploymentFile> ReadAsync(string name, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        return new(name, buffer.ToArray());
    }
}
