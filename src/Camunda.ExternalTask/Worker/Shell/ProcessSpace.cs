using System.Security.Cryptography;
using System.Text;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>
/// The space in which process numbers are unique: a boot of a machine, and on Linux a namespace of processes. Two containers with the same host name have
/// different spaces, so neither takes the other for a dead predecessor.
/// </summary>
internal static class ProcessSpace
{
    private const string BootId = "/proc/sys/kernel/random/boot_id";
    private const string Namespace = "/proc/self/ns/pid";

    /// <summary>The machine's name with a token of the space.</summary>
    public static string Machine { get; } = $"{Environment.MachineName}~{Token()}";

    private static string Token()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "0";
        }

        try
        {
            var space = $"{File.ReadAllText(BootId)}{new FileInfo(Namespace).LinkTarget}";
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(space)), 0, 3);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Without proof, no process is a predecessor.
            return RandomNumberGenerator.GetHexString(6, lowercase: true);
        }
    }
}
