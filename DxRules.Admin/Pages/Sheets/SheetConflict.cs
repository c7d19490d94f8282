using DxRules.Admin.Localization;
using DxRules.Admin.Versions;

namespace DxRules.Admin.Pages.Sheets;

/// <summary>Says what a person entered, what somebody else entered meanwhile, and who did.</summary>
internal static class SheetConflict
{
    /// <param name="now">The newest version as the viewer may see it.</param>
    public static string Of(AmendmentConflict conflict, SeenVersion now, Texts texts)
    {
        var subjects = new KnownSubjects(now.Document, now.Head.At, []);
        var (words, change, and) = (new ChangeWords(subjects, texts), conflict.Change, texts["change.and"]);
        var sentence = texts[
            "sheet.conflict", subjects.Of(change.Subject)?.Title ?? change.Subject, words.NameOf(change), words.Show(change, conflict.Found).OnOneLine(and), words.NewOf(change).OnOneLine(and)];
        return conflict.By is { } by ? texts["sheet.conflictBy", sentence, by.Author ?? texts["change.bySystem"], texts.Time(by.At)] : sentence;
    }
}
