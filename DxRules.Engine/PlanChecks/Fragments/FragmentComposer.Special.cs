using System.Text.Json.Nodes;
using DxRules.Engine.Feel.Binding;

namespace DxRules.Engine.PlanChecks.Fragments;

/// <summary>Members that stand elsewhere in the plan file than at their subject, or under another name.</summary>
internal sealed partial class FragmentComposer
{
    private static readonly Dictionary<string, string> NamingMember = new(StringComparer.Ordinal)
    {
        ["department"] = "name",
        ["system"] = "name",
        ["body"] = "name",
        ["officer"] = "role",
        ["member"] = "post",
        ["action"] = "action",
    };

    private readonly HashSet<string> departmentsWithChecks = new(StringComparer.Ordinal);
    private bool givesCycle;
    private bool givesActions;

    /// <summary>False where the member stands in the plan file as it is.</summary>
    private bool GiveSpecial(JsonObject json, ObjectType kind, Member member, FragmentEntry entry)
    {
        if (member.Kind == MemberKind.Measure)
        {
            errors.Computed(entry, member);
            return true;
        }
        return (member.En == "title" && GiveTitle(json, kind, member, entry))
            || GiveReference(json, kind, member, entry)
            || kind.En switch
            {
                "plan" => GivePlan(json, member, entry),
                "policy" => GivePolicy(json, member, entry),
                "initiative" => GiveInitiative(json, member, entry),
                "phase" => GivePhase(json, kind, member, entry),
                "department" => GiveDepartmentMember(json, member, entry),
                "category" => GiveCategory(json, member, entry),
                "securityPolicy" => GiveSecurityPolicy(member, entry),
                "cycle" => NoteCycle(),
                _ => false,
            };
    }

    /// <summary>A title that the plan file has under another name; that of a series is its KPI's.</summary>
    private bool GiveTitle(JsonObject json, ObjectType kind, Member member, FragmentEntry entry)
    {
        if (!kind.IsSubject || Scalar(member.Type, entry.Value) is not { } title)
            return false;
        if (NamingMember.TryGetValue(kind.En, out var naming))
            Set(json, naming, title, entry.Value);
        else if (ReferenceEquals(json, frames.GetValueOrDefault("series")))
            Set(FrameOf("kpi"), "title", title, entry.Value);
        else
            return false;
        return true;
    }

    private bool GivePolicy(JsonObject json, Member member, FragmentEntry entry)
    {
        switch (member.En)
        {
            case "category":
                json[member.En] = CategoryId(entry.Value);
                return true;
            case "kpis":
                emptyUnlessGiven.Add((json, "initiatives"));
                return false;
            case "series":
                emptyUnlessGiven.Add((json, "initiatives"));
                GiveBelow(json, "kpis", "kpi", member, entry.Value);
                return true;
            case "phases" or "milestones":
                GiveBelow(json, "initiatives", "initiative", member, entry.Value);
                return true;
            default:
                return false;
        }
    }

    private bool GiveInitiative(JsonObject json, Member member, FragmentEntry entry)
    {
        switch (member.En)
        {
            case "phases" when entry.Value is FragmentList { Items.Count: 0 }:
                Array(json, "lanes");
                return true;
            case "phases":
                GiveItems(NewLane(json), member, entry.Value);
                return true;
            case "series":
                GiveBelow(json, "kpis", "kpi", member, entry.Value);
                return true;
            default:
                return false;
        }
    }

    private bool GivePhase(JsonObject json, ObjectType kind, Member member, FragmentEntry entry)
    {
        var lane = (JsonArray)json.Parent!;
        switch (member.En)
        {
            case "lane":
                ((JsonObject)lane.Parent!)["title"] = Scalar(member.Type, entry.Value);
                return true;
            case "previous" when entry.Value is FragmentObject previous:
                Fill(NewObject(kind, lane, lane.IndexOf(json)), kind, previous);
                return true;
            default:
                return false;
        }
    }

    private bool GiveDepartmentMember(JsonObject json, Member member, FragmentEntry entry)
    {
        if (member.En != "checks")
            return false;
        departmentsWithChecks.Add((string)json["id"]!);
        var before = Array(security, "departmentChecks").Count;
        GiveItems(security, "departmentChecks", member, entry.Value);
        foreach (var row in Array(security, "departmentChecks").Skip(before))
            row!["department"] = (string)json["id"]!;
        return true;
    }

    private bool GiveCategory(JsonObject json, Member member, FragmentEntry entry)
    {
        if (member.En != "parent")
            return false;
        json[member.En] = CategoryId(entry.Value);
        return true;
    }

    private bool GiveSecurityPolicy(Member member, FragmentEntry entry)
    {
        var part = member.En switch
        {
            "lastReviewedOn" or "legalBases" => "policy",
            "adoptedOn" or "publishedOn" => "cybersecurityPolicy",
            _ => null,
        };
        if (part is null)
            return false;
        if (security[part] is not JsonObject holder)
            security[part] = holder = [];
        if (member.Type is ListType list)
            GiveList(holder, member.En, list.Item, entry.Value);
        else if (Scalar(member.Type, entry.Value) is { } value)
            Set(holder, member.En, value, entry.Value);
        return true;
    }

    private bool NoteCycle()
    {
        givesCycle = true;
        return false;
    }
}
