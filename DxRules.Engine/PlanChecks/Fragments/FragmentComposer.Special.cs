using System.Text.Json.Nodes;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Subjects;

namespace DxRules.Engine.PlanChecks.Fragments;

/// <summary>Members that stand elsewhere in the plan file, or under another name: links, references, lists over several levels.</summary>
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
            errors.Computed(entry, member);
        else if (member.En == "title" && NamingMember.TryGetValue(kind.En, out var naming) && kind.IsSubject)
            Set(json, naming, Scalar(member.Type, entry.Value) ?? JsonValue.Create(""), entry.Value);
        else if (member.En == "title" && ReferenceEquals(json, frames.GetValueOrDefault("series")))
            Set(FrameOf("kpi"), "title", Scalar(member.Type, entry.Value) ?? JsonValue.Create(""), entry.Value);
        else if (member.En == "actions" && kind.En != "cycle")
            GiveActions((string)json["id"]!, entry.Value);
        else if (member.Type is ObjectType { En: "subject" })
            GiveSubject(json, member.En, entry.Value);
        else if (member.Type is ObjectType { En: "department" })
            GiveDepartment(json, kind, member, entry.Value);
        else if (member.Type is ListType { Item: ObjectType { En: "department" } } && kind != schema.Root)
            GiveReferences(json, member.En, entry.Value, DepartmentId);
        else if (member.Type is ListType { Item: ObjectType { En: "subject" } })
            GiveReferences(json, member.En, entry.Value, SubjectId);
        else
            return kind.En switch
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
        return true;
    }

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
            case "categories" or "departments" or "policies" or "opinions" or "benefits":
                GiveItems(document, member, entry.Value);
                return true;
            case "controls" or "systems" or "departmentChecks" or "contracts" or "audits" or "incidents" or "officers" or "agreements" or "dataReleases":
                GiveItems(security, member, entry.Value);
                return true;
            case "bodies" or "cycles":
                givesCycle |= member.En == "cycles";
                GiveItems(governance, member, entry.Value);
                return true;
            case "kpis":
                emptyUnlessGiven.Add((document, "policies"));
                GiveItems(json, member, entry.Value);
                return true;
            case "series":
                emptyUnlessGiven.Add((document, "policies"));
                GiveBelow(json, "kpis", "kpi", member, entry.Value);
                return true;
            case "initiatives":
                GiveBelow(document, "policies", "policy", member, entry.Value);
                return true;
            case "phases" or "milestones":
                GiveBelow(document, "policies", "policy", member, entry.Value, p => NewObject("initiative", p, "initiatives"));
                return true;
            case "findings":
                GiveBelow(security, "audits", "audit", member, entry.Value);
                return true;
            case "members" or "meetings":
                GiveBelow(governance, "bodies", "body", member, entry.Value);
                return true;
            case "submissions":
                givesCycle = true;
                GiveBelow(governance, "cycles", "cycle", member, entry.Value);
                return true;
            default:
                return false;
        }
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

    private void GiveActions(string subject, Fragment value)
    {
        givesActions = true;
        var given = givesCycle;
        var actions = Array(FrameOf("cycle"), "actions");
        givesCycle = given;
        var before = actions.Count;
        GiveList(FrameOf("cycle"), "actions", KindOf("action"), value);
        foreach (var action in actions.Skip(before))
            action!["subject"] ??= subject;
    }

    private void GiveSubject(JsonObject json, string member, Fragment value)
    {
        if (SubjectId(value) is { } id)
            Set(json, member, JsonValue.Create(id), value);
    }

    private void GiveDepartment(JsonObject json, ObjectType kind, Member member, Fragment value)
    {
        if (DepartmentId(value) is { } id)
            Set(json, kind.Clr == typeof(ResponsibleDepartmentPart) ? "id" : member.En, JsonValue.Create(id), value);
    }

    private void GiveReferences(JsonObject json, string member, Fragment value, Func<Fragment, string?> idOf)
    {
        if (value is not FragmentList list)
        {
            errors.ExpectedList(value);
            return;
        }
        var array = Array(json, member);
        foreach (var id in list.Items.Select(idOf).OfType<string>())
            array.Add(JsonValue.Create(id));
    }

    private string? SubjectId(Fragment value)
    {
        if (value is FragmentValue { Text: { } id })
            return id;
        errors.ExpectedId(value);
        return null;
    }

    /// <summary>A department by its id, or one that is described here and becomes one of the plan's.</summary>
    private string? DepartmentId(Fragment value)
    {
        if (value is not FragmentObject described)
            return SubjectId(value);
        var kind = KindOf("department");
        var json = NewObject(kind, Array(document, "departments"));
        Fill(json, kind, described);
        return (string)json["id"]!;
    }

    /// <summary>A category that is described here, or one of that title.</summary>
    private string CategoryId(Fragment value)
    {
        var kind = KindOf("category");
        var json = NewObject(kind, Array(document, "categories"));
        if (value is FragmentObject described)
            Fill(json, kind, described);
        else if (Scalar(FeelType.Text, value) is { } title)
            Set(json, "title", title, value);
        return (string)json["id"]!;
    }
}
