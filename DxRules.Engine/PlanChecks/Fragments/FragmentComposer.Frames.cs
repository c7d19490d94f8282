using System.Text.Json.Nodes;
using DxRules.Engine.Feel.Binding;

namespace DxRules.Engine.PlanChecks.Fragments;

/// <summary>The objects on the way from the plan down to the example's subject, made when first needed.</summary>
internal sealed partial class FragmentComposer
{
    private static readonly Dictionary<string, string[]> AncestorsOf = new(StringComparer.Ordinal)
    {
        ["plan"] = [],
        ["initiative"] = ["plan", "policy"],
        ["phase"] = ["plan", "policy", "initiative"],
        ["milestone"] = ["plan", "policy", "initiative"],
        ["kpi"] = ["plan", "policy", "initiative"],
        ["series"] = ["plan", "policy", "initiative", "kpi"],
        ["finding"] = ["plan", "audit"],
        ["member"] = ["plan", "body"],
        ["meeting"] = ["plan", "body"],
        ["submission"] = ["plan", "cycle"],
        ["action"] = ["plan", "cycle"],
    };

    private readonly Dictionary<string, JsonObject> frames = new(StringComparer.Ordinal);

    private static bool IsAncestor(ObjectType kind, Member member) =>
        kind.IsSubject && AncestorsOf.GetValueOrDefault(kind.En, ["plan"]).Contains(member.En);

    /// <summary>A KPI hangs on the lowest ancestor that is given, so these must be known before the first object is made.</summary>
    private void NoteAncestors(ObjectType kind, FragmentObject given)
    {
        foreach (var entry in given.Entries)
        {
            if (kind.Find(entry.Name) is not { Type: ObjectType above } member || !IsAncestor(kind, member) || entry.Value is not FragmentObject fragment)
                continue;
            givenAncestors.Add(member.En);
            NoteAncestors(above, fragment);
        }
    }

    private JsonObject FrameOf(string kind)
    {
        if (frames.TryGetValue(kind, out var frame))
            return frame;
        frame = NewFrame(kind);
        frames[kind] = frame;
        if (kind == "cycle")
        {
            frame["fiscalYear"] = CurrentFiscalYear - 1;
            givesCycle = true;
        }
        return frame;
    }

    private JsonObject NewFrame(string kind) => kind switch
    {
        "category" => NewObject(kind, document, "categories"),
        "department" => NewObject(kind, document, "departments"),
        "policy" => NewObject(kind, document, "policies"),
        "initiative" => NewObject(kind, FrameOf("policy"), "initiatives"),
        "phase" => NewObject(kind, NewLane(FrameOf("initiative")), "phases"),
        "milestone" => NewObject(kind, FrameOf("initiative"), "milestones"),
        "kpi" when givenAncestors.Contains("initiative") => NewObject(kind, FrameOf("initiative"), "kpis"),
        "kpi" when givenAncestors.Contains("policy") => NewObject(kind, FrameOf("policy"), "kpis"),
        "kpi" => NewObject(kind, FrameOf("plan"), "kpis"),
        "series" => NewObject(kind, FrameOf("kpi"), "series"),
        "control" => NewObject(kind, security, "controls"),
        "system" => NewObject(kind, security, "systems"),
        "contract" => NewObject(kind, security, "contracts"),
        "audit" => NewObject(kind, security, "audits"),
        "finding" => NewObject(kind, FrameOf("audit"), "findings"),
        "incident" => NewObject(kind, security, "incidents"),
        "officer" => NewObject(kind, security, "officers"),
        "securityPolicy" => security,
        "body" => NewObject(kind, governance, "bodies"),
        "member" => NewObject(kind, FrameOf("body"), "members"),
        "meeting" => NewObject(kind, FrameOf("body"), "meetings"),
        "cycle" => NewObject(kind, governance, "cycles"),
        "submission" => NewObject(kind, FrameOf("cycle"), "submissions"),
        "action" => NewObject(kind, FrameOf("cycle"), "actions"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of subject has no place in a plan file."),
    };

    private JsonObject NewLane(JsonObject initiative)
    {
        var lane = Note(new JsonObject { ["id"] = $"lane-{++ids}" }, typeof(Plans.Lane), null);
        Array(initiative, "lanes").Add(lane);
        return lane;
    }
}
