using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Pages.Versions;

/// <summary>Puts rows of changes into words, by the subject in which they were made.</summary>
/// <param name="here">The subject on whose page they are shown; null where it is that of the plan.</param>
/// <param name="provenance">Of the versions that are shown.</param>
internal sealed class ShownChanges(int plan, KnownSubjects subjects, Texts texts, string? here, Provenance provenance)
{
    private readonly ChangeWords words = new(subjects, texts);

    /// <param name="version">The number of the version that made them.</param>
    public IReadOnlyList<ShownSubject> Of(int version, IEnumerable<PlanChangeRow> rows) => [.. rows.GroupBy(row => row.SubjectId).Select(group => Of(version, group))];

    private ShownSubject Of(int version, IGrouping<string, PlanChangeRow> rows)
    {
        var subject = subjects.Of(rows.Key);
        var kind = subject?.Kind is { } word ? texts[$"subject.{word}"] : null;
        var history = subject is null || rows.Key == here ? null : VersionAddress.History(plan, rows.Key);
        return new ShownSubject(subject?.Title ?? rows.Key, kind, history, [.. rows.Select(row => Of(version, row))]);
    }

    private ShownChange Of(int version, PlanChangeRow row)
    {
        var change = new PlanChange(row.SubjectId, row.Member, row.Old, row.New, row.Index);
        var kind = row.Index is null ? ChangeKind.Changed : row.Old is null ? ChangeKind.Added : row.New is null ? ChangeKind.Removed : ChangeKind.Changed;
        return new ShownChange(words.NameOf(change), kind, words.OldOf(change), words.NewOf(change)) { Source = kind == ChangeKind.Removed ? null : provenance.Find(row.SubjectId, row.Member, version) };
    }
}
