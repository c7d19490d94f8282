using DxRules.Admin.Cycles;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>「平成32年度」, or that the document does not say it.</summary>
internal static class NoteText
{
    public static string Of(DocumentNote note, Texts texts) => note switch
    {
        { Wording: { } wording, Inferred: true } => texts["document.inferredFrom", wording],
        { Wording: { } wording } => texts["document.wording", wording],
        _ => texts["document.inferred"],
    };
}
