using Camunda.ExternalTask;

namespace Acme.Loan;

/// <summary>Collections of scalars need no serializer context of the user's.</summary>
[TaskInput]
[TaskOutput]
public sealed partial record Collections(
    List<string> Names,
    int[] Counts,
    IReadOnlyList<Guid> Ids,
    HashSet<string> Codes,
    Dictionary<string, decimal> Amounts,
    IReadOnlyDictionary<string, bool>? Flags = null);
