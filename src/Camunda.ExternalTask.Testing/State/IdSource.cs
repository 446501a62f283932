namespace Camunda.ExternalTask.Testing.State;

/// <summary>Creates ids that look like the engine's. They are unique within an engine and the same in every run.</summary>
internal sealed class IdSource
{
    private long _last;

    public string Next() => string.Create(36, ++_last, static (span, number) =>
    {
        "00000000-0000-11f1-8000-02fc00000001".CopyTo(span);
        for (var i = 12; i >= 0 && number > 0; i--, number >>= 4)
        {
            // The first two groups have twelve digits; the hyphen between them is at index 8.
            if (i == 8)
            {
                i--;
            }

            span[i] = "0123456789abcdef"[(int)(number & 15)];
        }
    });
}
