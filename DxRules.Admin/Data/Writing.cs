using Microsoft.EntityFrameworkCore.Storage;

namespace DxRules.Admin.Data;

/// <summary>Something that is stored as a whole or not at all: by a transaction of its own, or as part of the larger thing that has one already.</summary>
internal sealed class Writing(IDbContextTransaction? own) : IAsyncDisposable
{
    /// <summary>Keeps what was written; within something larger that decides.</summary>
    public Task Commit(CancellationToken cancel) => own is null ? Task.CompletedTask : own.CommitAsync(cancel);

    public ValueTask DisposeAsync() => own is null ? ValueTask.CompletedTask : own.DisposeAsync();
}
