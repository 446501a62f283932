using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>The registration of an assembly's handlers.</summary>
/// <param name="Handlers">The handlers, fully qualified, in ordinal order.</param>
/// <param name="HasObsolete">Whether one of them is obsolete.</param>
internal sealed record RegistrationModel(EquatableArray<string> Handlers, bool HasObsolete)
{
    /// <summary>
    /// Null for an assembly without handlers. If the generator skips all handlers, the registration is empty, so that its callers still compile.
    /// </summary>
    public static RegistrationModel? Of(ImmutableArray<HandlerModel?> handlers)
    {
        if (handlers.IsEmpty)
        {
            return null;
        }

        var names = new List<string>();
        var hasObsolete = false;
        foreach (var handler in handlers)
        {
            if (handler is not null)
            {
                names.Add(handler.Type.FullName);
                hasObsolete |= handler.IsObsolete;
            }
        }

        names.Sort(StringComparer.Ordinal);
        return new(names.ToEquatableArray(), hasObsolete);
    }
}
