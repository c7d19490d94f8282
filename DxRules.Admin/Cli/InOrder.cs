namespace DxRules.Admin.Cli;

/// <summary>Work that all processors share, with its results in order.</summary>
internal static class InOrder
{
    /// <summary>What the work makes of each item, in the order of the items. Only a few items are taken ahead, so that many take no more memory than few.</summary>
    public static IEnumerable<TResult> Each<T, TResult>(IEnumerable<T> items, Func<T, TResult> work)
    {
        var ahead = 2 * Environment.ProcessorCount;
        var begun = new Queue<Task<TResult>>();
        foreach (var item in items)
        {
            begun.Enqueue(Task.Run(() => work(item)));
            if (begun.Count > ahead)
                yield return begun.Dequeue().GetAwaiter().GetResult();
        }
        while (begun.TryDequeue(out var next))
            yield return next.GetAwaiter().GetResult();
    }
}
