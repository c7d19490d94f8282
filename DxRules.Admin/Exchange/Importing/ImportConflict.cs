using DxRules.Admin.Localization;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>Says which value of the plan somebody changed meanwhile, with what stands there now and what stands in the file.</summary>
internal static class ImportConflict
{
    public static string Of(PlanConflict conflict, KnownSubjects subjects, Texts texts)
    {
        var (words, change, and) = (new ChangeWords(subjects, texts), conflict.Change, texts["change.and"]);
        return texts["import.conflict", subjects.Of(change.Subject)?.Title ?? change.Subject, words.NameOf(change), words.Show(change, conflict.Found).OnOneLine(and), words.NewOf(change).OnOneLine(and)];
    }
}
