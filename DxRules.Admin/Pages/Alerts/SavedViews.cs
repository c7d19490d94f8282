using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>Why a view is not kept.</summary>
internal enum ViewRefusal
{
    None,
    NoName,
    TooLong,
    NameTaken,
    TooMany,

    /// <summary>There is no such view, or it is somebody else's.</summary>
    NotThere,
}

/// <summary>The filters of the list that the viewer keeps under a name.</summary>
internal sealed class SavedViews(AdminDb db)
{
    /// <summary>Characters of a name.</summary>
    public const int LongestName = 40;

    /// <summary>Views of one person.</summary>
    public const int Most = 20;

    public async Task<IReadOnlyList<SavedViewRow>> Mine(CancellationToken cancel) => await db.SavedViews.AsNoTracking().OrderBy(view => view.Name).ToListAsync(cancel);

    public async Task<ViewRefusal> Keep(string? name, AlertFilter filter, CancellationToken cancel)
    {
        if (db.Viewer.UserId is not { } user)
            return ViewRefusal.NotThere;
        if (await Refusal(name, null, cancel) is var refusal and not ViewRefusal.None)
            return refusal;
        if (await db.SavedViews.CountAsync(cancel) >= Most)
            return ViewRefusal.TooMany;
        db.SavedViews.Add(new SavedViewRow { UserId = user, Name = name!.Trim(), Query = filter.Query });
        await db.SaveChangesAsync(cancel);
        return ViewRefusal.None;
    }

    public async Task<ViewRefusal> Rename(int id, string? name, CancellationToken cancel)
    {
        if (await db.SavedViews.FirstOrDefaultAsync(view => view.Id == id, cancel) is not { } view)
            return ViewRefusal.NotThere;
        if (await Refusal(name, id, cancel) is var refusal and not ViewRefusal.None)
            return refusal;
        view.Name = name!.Trim();
        await db.SaveChangesAsync(cancel);
        return ViewRefusal.None;
    }

    /// <returns>Its name; null where there is none.</returns>
    public async Task<string?> Delete(int id, CancellationToken cancel)
    {
        if (await db.SavedViews.FirstOrDefaultAsync(view => view.Id == id, cancel) is not { } view)
            return null;
        db.SavedViews.Remove(view);
        await db.SaveChangesAsync(cancel);
        return view.Name;
    }

    private async Task<ViewRefusal> Refusal(string? name, int? except, CancellationToken cancel)
    {
        var trimmed = name?.Trim() ?? "";
        return trimmed.Length == 0 ? ViewRefusal.NoName
            : trimmed.Length > LongestName ? ViewRefusal.TooLong
            : await db.SavedViews.AnyAsync(view => view.Name == trimmed && view.Id != except, cancel) ? ViewRefusal.NameTaken
            : ViewRefusal.None;
    }
}

/// <summary>The views that everybody asks for, each with the key of its name.</summary>
internal static class UsualViews
{
    public static IReadOnlyList<(string Key, AlertFilter Filter)> All { get; } =
    [
        ("views.worse", new AlertFilter { State = AlertStateWords.WorsenedOrRecurred }),
        ("views.criticalToAnswer", new AlertFilter { Severity = "critical", Work = WorkStateWords.ToAnswer }),
        ("views.undetermined", new AlertFilter { Severity = "undetermined" }),
        ("views.overdue", new AlertFilter { Work = WorkStateWords.Overdue }),
    ];
}
