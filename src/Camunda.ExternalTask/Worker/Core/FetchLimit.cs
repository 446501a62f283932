namespace Camunda.ExternalTask.Worker.Core;

/// <summary>
/// The maximum number of tasks that a group requests. A response that cannot be read completely halves the number, down to one, so that large or broken tasks
/// affect only themselves. Each response with as many tasks as requested raises it by one.
/// </summary>
/// <param name="slots">The group's slots.</param>
internal sealed class FetchLimit(int slots)
{
    private int? _lowered;

    /// <summary>The group's slots; a group never requests more.</summary>
    public int Slots { get; set; } = slots;

    /// <summary>The number to request when so many slots are free.</summary>
    public int Of(int free) => Math.Min(free, _lowered ?? Slots);

    public void Answered(int asked, PollAnswer answer)
    {
        if (answer.Error is { IsUnreadable: true })
        {
            _lowered = Math.Max(1, asked / 2);
        }
        else if (answer.Error is null && answer.Tasks.Count >= asked && _lowered is { } limit)
        {
            _lowered = limit + 1 < Slots ? limit + 1 : null;
        }
    }
}
