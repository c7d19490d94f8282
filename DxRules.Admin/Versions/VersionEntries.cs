using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Versions;

/// <summary>What the audit log tells of a new version: one entry of what everybody may see, and one of what is secret, where there is any.</summary>
internal static class VersionEntries
{
    public static IEnumerable<AuditEntry> Of(PlanVersionRow row, NewVersion version)
    {
        var words = new ChangeWords(new KnownSubjects(version.Document, row.At, []), new Texts(Engine.Text.Language.Japanese));
        var open = version.Changes.Where(saved => !saved.IsSecret).ToList();
        var secret = version.Changes.Where(saved => saved.IsSecret).ToList();
        if (open.Count > 0 || secret.Count == 0)
            yield return Entry(row, version, open, words);
        if (secret.Count > 0)
            yield return Entry(row, version, secret, words) with { Secret = true };
    }

    private static AuditEntry Entry(PlanVersionRow row, NewVersion version, List<SavedChange> changes, ChangeWords words)
    {
        var subjects = changes.Select(saved => saved.Change.Subject).Distinct().Take(2).ToList();
        return new AuditEntry(row.Number == 1 ? AuditActions.PlanAdded : AuditActions.PlanVersionSaved)
        {
            UserId = row.AuthorId,
            OnBehalfOf = row.OnBehalfOf is { } department ? $"{version.Plan.Municipality}/{department}" : null,
            Plan = row.PlanId,
            Subject = subjects.Count == 1 ? subjects[0] : null,
            Details = [row.MunicipalityName, row.Title, row.Number.ToString(CultureInfo.InvariantCulture), row.Reason],
            Changes = [.. changes.Select(saved => words.ForAudit(saved.Change))],
        };
    }
}
