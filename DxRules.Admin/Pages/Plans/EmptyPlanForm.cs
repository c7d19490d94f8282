using DxRules.Admin.Localization;
using DxRules.Admin.Starting;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DxRules.Admin.Pages.Plans;

/// <summary>What is typed of an empty plan, as it was typed.</summary>
internal sealed record EmptyPlanForm(string Code, string Name, string Title, string From, string To)
{
    /// <summary>What it says; null where something is wrong, which is told beside its field, all at once.</summary>
    public StarterAnswers? Read(ModelStateDictionary state, Texts texts)
    {
        var code = Code.Trim();
        if (!LocalGovernmentCode.TryParse(code, out _) || Prefectures.Of(code) is not { } prefecture)
        {
            state.AddModelError("code", code.Length is 5 or 6 && LocalGovernmentCode.ExpectedCheckDigit(code) is { } digit ? texts["newPlan.badDigit", code[..5] + digit] : texts["newPlan.badCode"]);
            prefecture = "";
        }
        if (Name.Trim().Length is 0 or > NewModel.LongestName)
            state.AddModelError("name", texts["newPlan.noName"]);
        if (Title.Trim().Length is 0 or > NewModel.LongestName)
            state.AddModelError("title", texts["newPlan.noTitle"]);
        var (first, last) = (Year("from", From, state, texts), Year("to", To, state, texts));
        if (last < first)
            state.AddModelError("to", texts["newPlan.endsBefore"]);
        return state.IsValid ? new StarterAnswers(code, Name.Trim(), prefecture, Title.Trim(), first, last, [], texts.Language) : null;
    }

    private static int? Year(string field, string typed, ModelStateDictionary state, Texts texts)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (Wareki.TryParseFiscalYear(typed.Trim(), out var year))
            return year;
        state.AddModelError(field, texts["newPlan.badYear", typed.Trim()]);
        return null;
    }
}
