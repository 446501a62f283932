using Camunda.ExternalTask;

namespace Acme.Loan;

// Absent, null and default, for every way a property is given its value.

[TaskInput]
public partial record PositionalPresence(
    string Needed,
    int NeededNumber,
    string? Nullable,
    int? NullableNumber,
    Optional<string?> Optional,
    Optional<int?> OptionalNumber,
    Optional<int> OptionalPlain = default,
    string Text = "text",
    int Number = 42,
    double? Rate = 1.5,
    decimal Price = 9.99m,
    DayOfWeek Day = DayOfWeek.Friday,
    DayOfWeek Odd = (DayOfWeek)42,
    char Letter = '\'',
    float Not = float.NaN,
    long Big = long.MinValue,
    Guid Id = default,
    string? Quoted = "\"\n");

[TaskInput]
public partial class ClassPresence
{
    private int _written;

    public required string Needed { get; init; }

    public required string? NeededOrNull { get; set; }

    public required int? NeededNumberOrNull { get; init; }

    public string Forgiven { get; set; } = null!;

    public int NeededNumber { get; set; }

    public string? Nullable { get; init; }

    public Optional<string> Optional { get; init; }

    public string Text { get; init; } = "text";

    public string Empty { get; init; } = string.Empty;

    public int Number { get; set; } = 40 + 2;

    public List<string> Kept { get; } = [];

    public Guid Id { get; init; } = Guid.AllBitsSet;

    public Guid SetId { get; set; } = Guid.AllBitsSet;

    public TimeSpan? Time { get; init; } = TimeSpan.FromMinutes(1);

    public Optional<int> Preset { get; init; } = 7;

    public int Written
    {
        get => _written;
        private set => _written = value;
    }

    public string Computed => Text + Number;

    public static string Ignored { get; set; } = "";

    [Variable]
    internal int? Marked { get; set; }

    internal int? Unmarked { get; set; }
}

[TaskInput]
public partial record RecordPresence
{
    public Guid Id { get; init; } = Guid.AllBitsSet;

    public DateOnly Day { get; init; } = DateOnly.MaxValue;

    public required int Number { get; init; }
}

[TaskInput]
public partial struct StructPresence
{
    public StructPresence()
    {
    }

    public Guid Id { get; init; } = Guid.AllBitsSet;

    public int? Number { get; set; }
}

[TaskInput]
public partial class ConstructedPresence
{
    private ConstructedPresence(string name, int? count) => (Name, Count) = (name, count);

    public string Name { get; }

    public int? Count { get; }

    public string? Note { get; set; }
}

public record BasePresence(string Name)
{
    public virtual int Count { get; init; }
}

[TaskInput]
public partial record DerivedPresence(string Name, string Other) : BasePresence(Name)
{
    public override int Count { get; init; } = 3;
}

public class Initialized
{
    public Guid Id { get; init; } = Guid.AllBitsSet;
}

[TaskInput]
public partial class DerivedInitialized : Initialized
{
    public Guid Other { get; init; } = Guid.AllBitsSet;
}

[TaskInput]
[method: System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
public partial class RequiredAndSet(string name)
{
    public required string Name { get; init; } = name;
}

[TaskInput]
internal partial class RequiredAndConstructed(string name, int? count = 1)
{
    public required string Name { get; init; } = name;

    public required int? Count { get; set; } = count;

    internal required string Hidden { get; init; }
}

[TaskInput]
public partial record NoPresence;

public partial class Container
{
    internal partial struct Inner
    {
        [TaskInput]
        internal partial record Nested(string Name);
    }
}
