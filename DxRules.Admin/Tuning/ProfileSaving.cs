using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Tuning;

/// <summary>Makes new versions of a city's profile. Nothing is checked by that: the next check uses it.</summary>
internal sealed class ProfileSaving(AdminDb db, AuditLog audit, CityProfiles profiles, TimeProvider clock)
{
    public const int LongestReason = 500;

    /// <param name="text">Null for the rules as they are.</param>
    /// <param name="seen">The number of the version that was looked at.</param>
    public Task<ProfileResult> Save(string municipality, string? text, string reason, int seen, CancellationToken cancel) =>
        Save(municipality, text, reason, seen, number => new(AuditActions.ProfileSaved) { Details = [municipality, Text(number), reason] }, cancel);

    /// <summary>Goes back: a new version that says what an earlier one said; 0 is before the first.</summary>
    public async Task<ProfileResult> GoBack(string municipality, int to, string reason, int seen, CancellationToken cancel) =>
        await profiles.Version(municipality, to, cancel) is { } earlier
            ? await Save(municipality, earlier.Text, reason, seen, number => new(AuditActions.ProfileTakenBack) { Details = [municipality, Text(number), Text(to), reason] }, cancel)
            : ProfileResult.Refused(new EntryProblem("", "profile.noVersion"));

    private async Task<ProfileResult> Save(string municipality, string? text, string reason, int seen, Func<int, AuditEntry> entry, CancellationToken cancel)
    {
        // Before the profile is read: its text may hold the reason.
        if (reason.Length == 0 || reason.Length > LongestReason)
            return ProfileResult.Refused(reason.Length == 0 ? new("reason", "tuning.reason.missing") : new("reason", "tuning.reason.long", LongestReason));
        if (text is not null && CompiledProfiles.Of(text) is { Check: null } loading)
            return new ProfileResult(null, [], [.. loading.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);
        await using var writing = await db.Write(cancel);
        var newest = await profiles.Newest(municipality, cancel);
        var changes = SettingChange.Between(ProfileReading.Apply(newest.Text), ProfileReading.Apply(text));
        if (ProblemOf(newest, text, seen, changes) is { } problem)
            return ProfileResult.Refused(problem);
        var isSecret = changes.Count > 0 && changes.All(change => change.IsSecret);
        db.ProfileVersions.Add(new ProfileVersionRow
        {
            Municipality = municipality, Number = newest.Number + 1, Text = text ?? "", Reason = reason, At = clock.GetUtcNow(), ById = db.Viewer.UserId, Secret = isSecret,
        });
        await Tell(entry(newest.Number + 1), changes, isSecret, cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return new ProfileResult(newest.Number + 1, [], []);
    }

    private EntryProblem? ProblemOf(CityProfile newest, string? text, int seen, IReadOnlyList<SettingChange> changes) =>
        newest.Number != seen ? new("", "tuning.meanwhile")
        : newest.Text == text ? new("", "tuning.nothing")
        : text is not null && ProfileReading.NeedsFolders(text) ? new("", "profile.folders")
        : !MaySet(changes) ? new("", "tuning.notAllowed")
        : null;

    // Name and reasons alone are set by the DX office, too.
    private bool MaySet(IReadOnlyList<SettingChange> changes) =>
        changes.Count == 0 ? TuningTarget.MaySet(db.Viewer, secret: false) : changes.All(change => TuningTarget.MaySet(db.Viewer, change.IsSecret));

    // What is about security stands in an entry of its own, which not everybody reads.
    private async Task Tell(AuditEntry entry, IReadOnlyList<SettingChange> changes, bool isSecret, CancellationToken cancel)
    {
        var (secret, open) = (changes.Where(change => change.IsSecret).ToList(), changes.Where(change => !change.IsSecret).ToList());
        if (!isSecret)
            await audit.Add(entry with { Changes = [.. open.Select(Told)] }, cancel);
        if (secret.Count > 0)
            await audit.Add(entry with { Changes = [.. secret.Select(Told)], Secret = true }, cancel);
    }

    private static AuditChange Told(SettingChange change) => new(change.What.Ja, change.Before, change.After);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What came of saving a profile.</summary>
/// <param name="Number">Of the new version; null where it was not saved.</param>
/// <param name="Errors">Why the profile does not fit the rules.</param>
internal sealed record ProfileResult(int? Number, IReadOnlyList<EntryProblem> Problems, IReadOnlyList<Diagnostic> Errors)
{
    public static ProfileResult Refused(EntryProblem problem) => new(null, [problem], []);
}
