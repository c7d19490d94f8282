using System.Globalization;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Governance;

/// <summary>A meeting: who was there, what it was about and what came of it.</summary>
internal sealed class MeetingModel(AdminDb db, PlanDocuments documents, MeetingSaving saving, CityProfiles profiles, BodiesChecks bodies, TimeProvider clock, Texts texts) : PageModel
{
    private SeenVersion seen = null!;

    public PlanHead Plan { get; private set; } = null!;
    public Body Body { get; private set; } = null!;
    public Meeting Meeting { get; private set; } = null!;
    public MinutesRow? Minutes { get; private set; }
    public BodiesCheck Check { get; private set; } = null!;
    public MeetingForm Form { get; private set; } = null!;

    public string ReportsTo => Body.ReportsTo is { } above ? seen.Document.NameOf(above) : "";

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, string meeting, CancellationToken cancel)
    {
        if (!await Find(plan, meeting, cancel))
            return NotFound();
        Form = MeetingForm.Of(Meeting, Minutes, seen.Head.Number);
        return Page();
    }

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPost(int plan, string meeting, CancellationToken cancel)
    {
        if (!await Find(plan, meeting, cancel))
            return NotFound();
        Form = MeetingForm.Of(Meeting, Minutes, seen.Head.Number);
        var fields = new TypedFields(Request.Form, ModelState, texts);
        var (entry, version) = (MeetingForm.Read(fields), fields.Number("version"));
        if (!ModelState.IsValid)
            return Page();
        var result = await saving.Change(plan, meeting, entry, version, cancel);
        if (!ModelState.Tell(result, (await documents.Newest(plan, cancel))!, texts))
            return Page();
        TempData["Status"] = texts["meeting.saved", Body.Name, texts.Date(entry.On!.Value)];
        return Redirect($"/plans/{plan}/governance/meetings/{Uri.EscapeDataString(meeting)}");
    }

    private async Task<bool> Find(int plan, string meeting, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await documents.Newest(plan, cancel) is not { } newest || newest.Document.Meeting(meeting) is not { } found)
            return false;
        (Plan, seen, Body, Meeting) = (head, newest, found.Body, found.Meeting);
        Minutes = await db.Minutes.AsNoTracking().Include(row => row.By).SingleOrDefaultAsync(row => row.PlanId == plan && row.MeetingId == meeting, cancel);
        Check = bodies.Of(newest.Document, await profiles.Newest(newest.Document.Municipality.Code, cancel), Dates.InJapan(clock.GetUtcNow()));
        return true;
    }
}

/// <summary>The fields of a meeting as they stand in the form.</summary>
/// <param name="Version">The number of the plan's version that the person looks at; null for a new meeting.</param>
internal sealed record MeetingForm(string On, string Members, string Present, string Chair, string MinutesPublishedOn, string ReportedOn, string Agenda, string Outcome, int? Version)
{
    /// <summary>For a new meeting: held today, by as many members as the body has.</summary>
    public static MeetingForm New(Body body, DateOnly today) =>
        new(Day(today), Number(body.Meetings?.MaxBy(meeting => meeting.On.Day)?.Members), "", "", "", "", "", "", null);

    public static MeetingForm Of(Meeting meeting, MinutesRow? minutes, int version) => new(
        Day(meeting.On.Day), Number(meeting.Members), Number(meeting.Present), meeting.ChairPresent switch { true => "yes", false => "no", null => "" },
        Day(meeting.MinutesPublishedOn?.Day), Day(meeting.ReportedOn?.Day), minutes?.Agenda ?? "", minutes?.Outcome ?? "", version);

    public static MeetingEntry Read(TypedFields fields) => new(fields.Day("on"))
    {
        Members = fields.Number("members"),
        Present = fields.Number("present"),
        ChairPresent = fields.YesOrNo("chairPresent"),
        MinutesPublishedOn = fields.Day("minutesPublishedOn"),
        ReportedOn = fields.Day("reportedOn"),
        Agenda = fields.Text("agenda"),
        Outcome = fields.Text("outcome"),
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
