using DxRules.Admin.Localization;

namespace DxRules.Admin.Versions;

/// <summary>Says what a person saw, what stands there now, and who changed it.</summary>
internal static class ConflictSentence
{
    /// <param name="now">The newest version as the viewer may see it.</param>
    public static string Of(AmendmentConflict conflict, SeenVersion now, Texts texts)
    {
        var subjects = new KnownSubjects(now.Document, now.Head.At, []);
        var words = new ChangeWords(subjects, texts);
        var (change, and) = (conflict.Change, texts["change.and"]);
        var sentence = texts[
            "change.conflict", subjects.Of(change.Subject)?.Title ?? change.Subject, words.NameOf(change), words.OldOf(change).OnOneLine(and),
            words.Show(change, conflict.Found).OnOneLine(and)];
        return conflict.By is { } by ? texts["change.conflictBy", sentence, by.Author ?? texts["change.bySystem"], texts.Time(by.At), by.Reason] : sentence;
    }
}
