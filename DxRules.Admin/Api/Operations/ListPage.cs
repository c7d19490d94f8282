namespace DxRules.Admin.Api.Operations;

/// <summary>A page of a list.</summary>
internal sealed record ListPage<T>
{
    [Meaning("このトークンで見える、条件に合うものの全件数", "How many there are in all that fit and that this token sees")]
    public required int Total { get; init; }

    [Meaning("次のページのアドレス。最後のページでは null", "The address of the next page; null on the last")]
    public required string? Next { get; init; }

    [Meaning("このページのもの", "What is on this page")]
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>The page of a short list that begins after what was given last.</summary>
    /// <param name="all">In the order of their places.</param>
    public static ListPage<T> Of(IReadOnlyList<T> all, Func<T, int> place, ApiCall call)
    {
        var after = call.After?.Last ?? 0;
        var rest = all.Where(item => place(item) > after).ToList();
        var items = rest.Take(call.Limit).ToList();
        return new ListPage<T> { Total = all.Count, Next = rest.Count > items.Count ? call.Next(new ApiCursor(0, place(items[^1]))) : null, Items = items };
    }
}
