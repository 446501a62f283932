using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>The registration of an assembly's handlers.</summary>
/// <param name="Handlers">The handlers as code anywhere writes them, in ordinal order.</param>
internal sealed record RegistrationModel(EquatableArray<string> Handlers)
{
    /// <summary>
    /// Null for an assembly without handlers. One whose handlers are all half-written has an empty registration: the caller's code should not
    /// turn red, too.
    /// </summary>
    public static RegistrationModel? Of(ImmutableArray<HandlerModel?> handlers)
    {
        if (handlers.IsEmpty)
        {
            return null;
        }

        var names = new List<string>();
        foreach (var handler in handlers)
        {
            if (handler is not null)
            {
                names.Add(handler.Type.FullName);
            }
        }

        names.Sort(StringComparer.Ordinal);
        return new(names.ToEquatableArray());
    }
}
