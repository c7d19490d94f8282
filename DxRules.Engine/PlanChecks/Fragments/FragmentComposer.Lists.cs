using System.Text.Json.Nodes;
using DxRules.Engine.Feel.Binding;

namespace DxRules.Engine.PlanChecks.Fragments;

/// <summary>Lists: where the plan file has them, and lists over several levels.</summary>
internal sealed partial class FragmentComposer
{
    private bool GivePlan(JsonObject json, Member member, FragmentEntry entry)
    {
        switch (member.En)
        {
            case "municipality":
                GiveObject(document, member.En, (ObjectType)member.Type, entry.Value);
                return true;
            case "currentCycle" when entry.Value is FragmentObject cycle:
                Fill(FrameOf("cycle"), KindOf("cycle"), cycle);
                return true;
            case "securityPolicy" when entry.Value is FragmentObject policy:
                Fill(security, KindOf("securityPolicy"), policy);
                return true;
            default:
                return GivePlanList(member, entry.Value) || GiveDeeperList(json, member, entry.Value);
        }
    }

    private bool GivePlanList(Member member, Fragment value)
    {
        if (HolderOf(member.En) is not { } holder)
            return false;
        givesCycle |= member.En == "cycles";
        GiveItems(holder, member, value);
        return true;
    }

    private JsonObject? HolderOf(string list) => list switch
    {
        "categories" or "departments" or "policies" or "opinions" or "benefits" => document,
        "controls" or "systems" or "departmentChecks" or "contracts" or "audits" => security,
        "incidents" or "officers" or "agreements" or "dataReleases" => security,
        "bodies" or "cycles" => governance,
        _ => null,
    };

    /// <summary>Lists of the plan that hold what lies levels below it.</summary>
    private bool GiveDeeperList(JsonObject header, Member member, Fragment value)
    {
        switch (member.En)
        {
            case "kpis":
                emptyUnlessGiven.Add((document, "policies"));
                GiveItems(header, member, value);
                return true;
            case "series":
                emptyUnlessGiven.Add((document, "policies"));
                GiveBelow(header, "kpis", "kpi", member, value);
                return true;
            case "initiatives":
                GiveBelow(document, "policies", "policy", member, value);
                return true;
            case "phases" or "milestones":
                GiveBelow(document, "policies", "policy", member, value, p => NewObject("initiative", p, "initiatives"));
                return true;
            case "findings":
                GiveBelow(security, "audits", "audit", member, value);
                return true;
            case "members" or "meetings":
                GiveBelow(governance, "bodies", "body", member, value);
                return true;
            case "submissions":
                givesCycle = true;
                GiveBelow(governance, "cycles", "cycle", member, value);
                return true;
            default:
                return false;
        }
    }

    private void GiveItems(JsonObject holder, Member member, Fragment value) => GiveItems(holder, member.En, member, value);

    private void GiveItems(JsonObject holder, string name, Member member, Fragment value) =>
        GiveList(holder, name, ((ListType)member.Type).Item, value);

    /// <summary>Gives a list that lies a level or more deeper, below an object that stands in for the levels between; an empty list needs none.</summary>
    private void GiveBelow(JsonObject holder, string list, string between, Member member, Fragment value, Func<JsonObject, JsonObject>? further = null)
    {
        var array = Array(holder, list);
        if (value is FragmentList { Items.Count: 0 })
            return;
        var at = NewObject(KindOf(between), array);
        at = further is null ? at : further(at);
        GiveItems(member.En == "phases" ? NewLane(at) : at, member, value);
    }
}
