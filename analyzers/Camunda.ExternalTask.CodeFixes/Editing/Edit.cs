using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.CodeFixes.Editing;

/// <summary>A change that a fix offers.</summary>
/// <param name="Title">The text that an editor shows.</param>
/// <param name="ApplyAsync">Makes the change.</param>
/// <param name="Key">Distinguishes the changes that one fix offers; null if it offers only one.</param>
internal sealed record Edit(string Title, Func<CancellationToken, Task<Solution>> ApplyAsync, string? Key = null);
