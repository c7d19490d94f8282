using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Pages.Versions;

/// <summary>Puts rows of changes into words, by the subject in which they were made.</summary>
/// <param name="here">The subject on whose page they are shown; null where it is that of the plan.</param>
internal sealed class ShownChanges(int plan, KnownSubjects subjects, Texts texts, string? here)
{
    private readonly ChangeWords words = new(subjects, texts);

    public IReadOnlyList<ShownSubject> Of(IEnumerable<PlanChangeRow> rows) => [.. rows.GroupBy(row => row.SubjectId).Select(Of)];

    private ShownSubject Of(IGrouping<string, PlanChangeRow> rows)
    {
        var subject = subjects.Of(rows.Key);
        var kind = subject?.Kind is { } word ? texts[$"subject.{word}"] : null;
        var history = subject is null || rows.Key == here ? null : VersionAddress.History(plan, rows.Key);
        return new ShownSubject(subject?.Title ?? rows.Key, kind, history, [.. rows.Select(Of)]);
    }

    private ShownChange Of(PlanChangeRow row)
    {
        var change = new PlanChange(row.SubjectId, row.Member, row.Old, row.New, row.Index);
        var kind = row.Index is null ? ChangeKind.Changed : row.Old is null ? ChangeKind.Added : row.New is null ? ChangeKind.Removed : ChangeKind.Changed;
        return new ShownChange(words.NameOf(change), kind, words.OldOf(change), words.NewOf(change));
    }
}
