using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Governance;

/// <summary>A member of a body as somebody enters it: a post, never a person's name.</summary>
internal sealed record MemberEntry(string Post, bool ExOfficio, DateOnly? TermEndsOn)
{
    private const int LongestPost = 100;

    public IEnumerable<EntryProblem> Problems(Body body, BodyMember? before, DateOnly today)
    {
        if (Post.Trim().Length == 0)
            yield return new("post", "member.post.missing");
        else if (Post.Length > LongestPost)
            yield return new("post", "member.post.long", LongestPost);
        if (ExOfficio && TermEndsOn is not null)
            yield return new("termEndsOn", "member.term.exOfficio");
        else if (before is null && TermEndsOn < today)
            yield return new("termEndsOn", "member.term.past");
        else if (before?.TermEndsOn is { } ended && TermEndsOn < ended.Day)
            yield return new("termEndsOn", "member.term.earlier");
        if (before is null && body.Members?.Count >= body.MaxMembers)
            yield return new("post", "member.most", body.MaxMembers);
    }

    public BodyMember In(BodyMember member) => member with { Post = Post.Trim(), ExOfficio = ExOfficio, TermEndsOn = TermEndsOn is { } day ? day : null };
}

/// <summary>Adds and removes members of bodies and renews their terms.</summary>
internal sealed class MemberSaving(AdminDb db, PlanDocuments documents, PlanEditing editing, AuditLog audit, TimeProvider clock)
{
    public async Task<EntryResult> Add(int plan, string body, MemberEntry entry, CancellationToken cancel)
    {
        if ((await documents.Newest(plan, cancel))?.Document is not { } document || document.Body(body) is not { } held)
            return EntryResult.NotThere;
        if (entry.Problems(held, null, Today).ToList() is { Count: > 0 } problems)
            return EntryResult.Wrong(problems);
        var id = GovernedCycle.NewId(document, $"{body}-m{1 + (held.Members?.Count ?? 0)}");
        var member = entry.In(new BodyMember { Id = id, Post = entry.Post });
        return await Save(plan, held, id, AuditActions.MemberAdded, entry.Post.Trim(), members => [.. members, member], cancel);
    }

    /// <summary>Renews a member's term, or corrects what stands there of the post.</summary>
    public async Task<EntryResult> Renew(int plan, string body, string member, MemberEntry entry, CancellationToken cancel)
    {
        if ((await documents.Newest(plan, cancel))?.Document.Body(body) is not { } held || held.Members?.FirstOrDefault(one => one.Id == member) is not { } before)
            return EntryResult.NotThere;
        if (entry.Problems(held, before, Today).ToList() is { Count: > 0 } problems)
            return EntryResult.Wrong(problems);
        return await Save(plan, held, member, AuditActions.MemberRenewed, entry.Post.Trim(), members => [.. members.Select(one => one.Id == member ? entry.In(one) : one)], cancel);
    }

    public async Task<EntryResult> Remove(int plan, string body, string member, CancellationToken cancel)
    {
        if ((await documents.Newest(plan, cancel))?.Document.Body(body) is not { } held || held.Members?.FirstOrDefault(one => one.Id == member) is not { } leaving)
            return EntryResult.NotThere;
        return await Save(plan, held, member, AuditActions.MemberRemoved, leaving.Post, members => [.. members.Where(one => one.Id != member)], cancel);
    }

    private DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    private async Task<EntryResult> Save(
        int plan, Body body, string member, string action, string post, Func<IReadOnlyList<BodyMember>, IReadOnlyList<BodyMember>> change, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var saved = await editing.Save(plan, null, document => document.WithBody(body.Id, one => one with { Members = change(one.Members ?? []) }), $"{body.Name}の委員の変更", cancel);
        if (saved.IsNew)
        {
            await audit.Add(new AuditEntry(action) { Plan = plan, Subject = member, Details = [body.Name, post] }, cancel);
            await db.SaveChangesAsync(cancel);
            await writing.Commit(cancel);
        }
        return EntryResult.Of(member, saved);
    }
}
