namespace Camunda.ExternalTask.Worker.Core;

/// <summary>
/// How many tasks a group asks for at most. A response that cannot be read to its end halves the number, down to one, so that large or broken tasks cost only
/// themselves; each response that brought as many as were asked for raises it by one.
/// </summary>
/// <param name="slots">The group's slots; more are never asked for.</param>
internal sealed class FetchLimit(int slots)
{
    private int? _lowered;

    /// <summary>The number to ask for when so many slots are free.</summary>
    public int Of(int free) => Math.Min(free, _lowered ?? slots);

    public void Answered(int asked, PollAnswer answer)
    {
        if (answer.Error is { IsUnreadable: true })
        {
            _lowered = Math.Max(1, asked / 2);
        }
        else if (answer.Error is null && answer.Tasks.Count >= asked && _lowered is { } limit)
        {
            _lowered = limit + 1 < slots ? limit + 1 : null;
        }
    }
}
