using DxRules.Admin.Governance;
using DxRules.Admin.Localization;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DxRules.Admin.Pages.Governance;

/// <summary>Says on a page what came of an entry into a plan.</summary>
internal static class EntryAnswer
{
    /// <summary>Tells what is wrong at the fields; true where the entry was saved.</summary>
    /// <param name="now">The newest version as the viewer may see it.</param>
    public static bool Tell(this ModelStateDictionary model, EntryResult result, SeenVersion now, Texts texts)
    {
        foreach (var problem in result.Problems)
            model.AddModelError(problem.Field, texts[problem.TextKey, [.. problem.Arguments.Select(argument => argument is DateOnly day ? texts.Date(day) : argument)]]);
        foreach (var conflict in result.Saving?.Conflicts ?? [])
            model.AddModelError("", ConflictSentence.Of(conflict, now, texts));
        foreach (var error in result.Saving?.Errors ?? [])
            model.AddModelError("", error.Message.In(texts.Language));
        if (result is { Id: null, Problems.Count: 0, Saving: not { Conflicts.Count: > 0 } and not { Errors.Count: > 0 } })
            model.AddModelError("", texts["entry.refused"]);
        return model.IsValid;
    }
}
