namespace DxRules.Admin.Departments;

/// <summary>What becomes of a department.</summary>
internal enum HandOverKind
{
    /// <summary>It goes on under another name.</summary>
    Renamed,

    /// <summary>Another department takes over, which is there already.</summary>
    Merged,

    /// <summary>A new department takes over.</summary>
    Succeeded,

    /// <summary>It ends, and what it answered for goes to departments chosen one by one.</summary>
    Abolished,
}

/// <summary>A department handed over in a reorganisation.</summary>
/// <param name="On">The first day of the new order.</param>
internal sealed record HandOver(string Department, HandOverKind Kind, DateOnly On)
{
    /// <summary>The new name of the department, or the name of the new one.</summary>
    public string Name { get; init; } = "";

    /// <summary>The id of the department that takes over; null where none does.</summary>
    public string? Successor { get; init; }

    /// <summary>The new department of each item that is handed over, by its key.</summary>
    public IReadOnlyDictionary<string, string> Moves { get; init; } = new Dictionary<string, string>();
}
