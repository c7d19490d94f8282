using System.Runtime.CompilerServices;
using DxRules.Admin.Cycles;
using DxRules.Admin.Tuning;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Governance;

/// <summary>Whether a meeting had its quorum.</summary>
internal enum Attendance
{
    /// <summary>The body has no rule about it.</summary>
    NoRule,
    Reached,
    Missed,

    /// <summary>Who was there is not known.</summary>
    Unknown,

    /// <summary>The day of the meeting is still to come.</summary>
    ToCome,
}

/// <summary>What the rules say of the bodies of a plan, their members and their meetings on a day; asked of the rules themselves, so that no page judges otherwise.</summary>
internal sealed class BodiesCheck
{
    public const string QuorumRule = "GOV-03";

    private readonly DateOnly day;
    private readonly ILookup<string, Alert> alerts;
    private readonly HashSet<string> undetermined;

    private BodiesCheck(PlanReport report, DateOnly day)
    {
        this.day = day;
        alerts = report.Alerts.ToLookup(alert => alert.Subject.Id, StringComparer.Ordinal);
        undetermined = [.. report.Undetermined.Where(result => result.Rule == QuorumRule).Select(result => result.Subject.Id)];
    }

    /// <param name="profile">The settings of the plan's city.</param>
    public static BodiesCheck Of(PlanDocument plan, CheckPlan check, CityProfile profile, DateOnly day) => new(check(OnlyBodies(plan), day, profile.Text).Report.Plans[0], day);

    public Attendance Of(Body body, Meeting meeting)
    {
        if (meeting.On.Day > day)
            return Attendance.ToCome;
        if (body.Quorum is null)
            return Attendance.NoRule;
        if (undetermined.Contains(meeting.Id))
            return Attendance.Unknown;
        return alerts[meeting.Id].Any(alert => alert.Rule == QuorumRule) ? Attendance.Missed : Attendance.Reached;
    }

    /// <summary>What else the rules find in a meeting or with a member.</summary>
    public IEnumerable<Alert> Others(string subject) => alerts[subject].Where(alert => alert.Rule != QuorumRule);

    // The rules on bodies read nothing else, and without the rest they are quickly asked.
    private static PlanDocument OnlyBodies(PlanDocument plan) => plan with
    {
        Policies = [],
        Departments = [],
        Opinions = [],
        Benefits = [],
        Security = null,
        Plan = plan.Plan with { Kpis = [], Revisions = [] },
        Governance = new Engine.Plans.Governance { Bodies = plan.Governance?.Bodies, Cycles = [] },
    };
}

/// <summary>What the rules said of bodies, kept as long as the documents are: a page need not check a plan anew.</summary>
internal sealed class BodiesChecks(CheckPlan check)
{
    private readonly ConditionalWeakTable<PlanDocument, Kept> known = [];

    /// <param name="plan">As the viewer may see it.</param>
    /// <param name="profile">The settings of the plan's city.</param>
    public BodiesCheck Of(PlanDocument plan, CityProfile profile, DateOnly day)
    {
        if (known.TryGetValue(plan, out var kept) && kept.Profile == profile && kept.Day == day)
            return kept.Check;
        var made = BodiesCheck.Of(plan, check, profile, day);
        known.AddOrUpdate(plan, new Kept(profile, day, made));
        return made;
    }

    private sealed record Kept(CityProfile Profile, DateOnly Day, BodiesCheck Check);
}
