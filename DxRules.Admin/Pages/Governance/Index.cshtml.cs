using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Governance;

/// <summary>Who watches over a plan (推進体制): the bodies with their members and meetings.</summary>
internal sealed class IndexModel(AdminDb db, PlanDocuments documents, CityProfiles profiles, BodiesChecks bodies, TimeProvider clock) : PageModel
{
    public PlanHead Plan { get; private set; } = null!;

    public PlanDocument Document { get; private set; } = null!;

    public BodiesCheck Check { get; private set; } = null!;

    public DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    public IReadOnlyList<Body> Bodies => Document.Governance?.Bodies ?? [];

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await documents.Newest(plan, cancel) is not { } seen)
            return NotFound();
        (Plan, Document) = (head, seen.Document);
        Check = bodies.Of(Document, await profiles.Newest(Document.Municipality.Code, cancel), Today);
        return Page();
    }
}

/// <summary>How the term of a member stands.</summary>
/// <param name="Key">Its text; null where there is nothing to say.</param>
internal sealed record TermState(string? Key, string Tone, int Days)
{
    public static TermState Of(BodyMember member, BodiesCheck check, DateOnly today)
    {
        if (member.ExOfficio)
            return new("term.exOfficio", "gray", 0);
        if (member.TermEndsOn is not { } end)
            return new("term.unknown", "purple", 0);
        var days = end.Day.DayNumber - today.DayNumber;
        return check.Others(member.Id).FirstOrDefault() switch
        {
            null => new(null, "gray", days),
            { Severity: >= Severity.Warning } => new("term.ended", "red", -days),
            _ => new("term.ending", "orange", days),
        };
    }
}
