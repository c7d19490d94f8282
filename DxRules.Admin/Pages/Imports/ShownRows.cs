using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Importing;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Versions;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Pages.Imports;

/// <summary>Puts rows of a file and what they change into words.</summary>
/// <param name="byFile">Whether rows have the titles of the file and not of the plan.</param>
internal sealed class ShownRows(KnownSubjects subjects, Texts texts, bool byFile)
{
    private readonly ChangeWords words = new(subjects, texts);

    public ShownRow Of(CheckedRow row, IEnumerable<PlanChange> changes, CheckedRows rows)
    {
        var title = !byFile && row.Subject is { } subject ? subjects.Of(subject)?.Title : null;
        var name = title ?? (row.Title.Length > 0 ? row.Title : texts["import.untitled"]);
        return new ShownRow(row, name, KindOf(row.Subject), rows.IsLeftOut(row.Place), [.. changes.GroupBy(change => change.Subject).Select(group => Of(group, row.Subject, rows))]);
    }

    public ShownCellChange Of(PlanChange change, CheckedRows rows) => new(
        texts["change.of", subjects.Of(change.Subject)?.Title ?? change.Subject, words.NameOf(change)], KindOf(change), words.OldOf(change), words.NewOf(change), rows.SourceOf(change)?.Name);

    private ShownSubjectChanges Of(IGrouping<string, PlanChange> changes, string? rowSubject, CheckedRows rows) => new(
        changes.Key == rowSubject ? null : subjects.Of(changes.Key)?.Title ?? changes.Key,
        [.. changes.Select(change => new ShownCellChange(words.NameOf(change), KindOf(change), words.OldOf(change), words.NewOf(change), rows.SourceOf(change)?.Name))]);

    private string? KindOf(string? subject) => subject is not null && subjects.Of(subject)?.Kind is { } kind ? texts[$"subject.{kind}"] : null;

    private static ChangeKind KindOf(PlanChange change) =>
        change.Index is null ? ChangeKind.Changed : change.Old is null ? ChangeKind.Added : change.New is null ? ChangeKind.Removed : ChangeKind.Changed;
}

/// <param name="Title">Of its subject.</param>
/// <param name="Kind">What the subject is, in words; null where that has no name.</param>
internal sealed record ShownRow(CheckedRow Row, string Title, string? Kind, bool IsLeftOut, IReadOnlyList<ShownSubjectChanges> Subjects)
{
    public string Key => ImportView.KeyOf(Row.Place);

    /// <summary>Whether it can be left out by itself.</summary>
    public bool CanBeLeftOut => (Row.Row > 0 || Row.Subject is not null) && Row.Outcome != ImportOutcome.Unchanged;
}

/// <param name="Title">Null where it is the row's own.</param>
internal sealed record ShownSubjectChanges(string? Title, IReadOnlyList<ShownCellChange> Changes);

/// <param name="Cell">From which it comes; null where it comes from none.</param>
internal sealed record ShownCellChange(string Name, ChangeKind Kind, ShownValue Old, ShownValue New, string? Cell);
