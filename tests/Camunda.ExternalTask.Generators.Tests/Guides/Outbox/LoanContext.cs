using Microsoft.EntityFrameworkCore;

namespace Acme.Loans.Outbox;

public sealed class LoanContext(DbContextOptions<LoanContext> options) : DbContext(options)
{
    public DbSet<Loan> Loans => Set<Loan>();

    public DbSet<StoredResult> Results => Set<StoredResult>();
}

public sealed class Loan
{
    public int Id { get; init; }

    public required string CustomerId { get; init; }

    public decimal Amount { get; init; }
}

/// <summary>The result of a task, in the transaction of its work.</summary>
public sealed class StoredResult
{
    /// <summary>The id of the task, as the primary key.</summary>
    public required string Id { get; init; }

    public required string Variables { get; init; }

    public required string LocalVariables { get; init; }

    public DateTimeOffset StoredAt { get; init; }
}
