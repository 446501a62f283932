using System.Buffers;
using System.Text.Json;
using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Tasks;

/// <summary>
/// Splits a large <c>fetchAndLock</c> response into tasks while it arrives, so that only the tasks and the one that is arriving are in memory. It looks only for the
/// end of each task; <see cref="FetchedTaskReader"/> then reads the task.
/// </summary>
/// <param name="knownTopics">Known topic names, which are not allocated again.</param>
/// <param name="dateFormat">The format of the dates.</param>
/// <param name="maxBytes">The limit of the response.</param>
internal sealed class TaskSplitter(string[] knownTopics, EngineDateFormat dateFormat, long maxBytes) : IBodyPieces, IDisposable
{
    private const int MinTaskBytes = 16 * 1024;

    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

    private readonly BodyBuffer _task = new(MinTaskBytes, (int)Math.Min(maxBytes + 1, Array.MaxLength));
    private Place _place = Place.Start;
    private int _depth;
    private bool _isInString;
    private bool _isEscaped;

    private enum Place
    {
        Start,
        BeforeFirst,
        BeforeNext,
        InTask,
        AfterTask,
        End,
    }

    /// <summary>The complete tasks.</summary>
    public List<FetchedTask> Tasks { get; } = [];

    /// <summary>The bytes that have arrived of the task that is not complete.</summary>
    public ReadOnlySpan<byte> CutOff => _task.Bytes;

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            if (_place == Place.InTask)
            {
                piece = piece[AddToTask(piece)..];
            }
            else if (Next(piece[0]) is var next && next == Place.InTask)
            {
                // The brace belongs to the task.
                _place = next;
            }
            else
            {
                _place = next;
                piece = piece[1..];
            }
        }
    }

    /// <summary>Checks that the response is complete.</summary>
    /// <exception cref="JsonException">The response is truncated.</exception>
    public void ThrowIfTruncated()
    {
        if (_place != Place.End)
        {
            throw new JsonException("The array of tasks is truncated.");
        }
    }

    public void Dispose() => _task.Dispose();

    private Place Next(byte character) => (_place, character) switch
    {
        (_, (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') => _place,
        (Place.Start, (byte)'[') => Place.BeforeFirst,
        (Place.BeforeFirst or Place.BeforeNext, (byte)'{') => Place.InTask,
        (Place.AfterTask, (byte)',') => Place.BeforeNext,
        (Place.BeforeFirst or Place.AfterTask, (byte)']') or (Place.End, _) => Place.End,
        _ => throw new JsonException("Expected an array of tasks."),
    };

    /// <summary>Adds bytes to the current task.</summary>
    /// <returns>How many bytes of the piece belong to the task.</returns>
    private int AddToTask(ReadOnlySpan<byte> piece)
    {
        var position = 0;
        while (position < piece.Length)
        {
            if (_isEscaped)
            {
                _isEscaped = false;
                position++;
                continue;
            }

            var rest = piece[position..];
            var found = _isInString ? rest.IndexOfAny((byte)'"', (byte)'\\') : rest.IndexOfAny(Structure);
            if (found < 0)
            {
                break;
            }

            position += found + 1;
            if (EndsTask(rest[found]))
            {
                Complete(piece[..position]);
                return position;
            }
        }

        _task.Append(piece);
        return piece.Length;
    }

    private bool EndsTask(byte character)
    {
        switch (character)
        {
            case (byte)'\\':
                _isEscaped = true;
                return false;
            case (byte)'"':
                _isInString = !_isInString;
                return false;
            case (byte)'{' or (byte)'[':
                _depth++;
                return false;
            default:
                return --_depth == 0;
        }
    }

    private void Complete(ReadOnlySpan<byte> end)
    {
        _place = Place.AfterTask;
        _task.Append(end);
        Tasks.Add(FetchedTaskReader.Read(_task.Take(), knownTopics, dateFormat));
    }
}
