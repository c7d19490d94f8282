using System.Text.Json.Nodes;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Subjects;

namespace DxRules.Engine.PlanChecks.Fragments;

/// <summary>Members that refer to departments, categories and other subjects.</summary>
internal sealed partial class FragmentComposer
{
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

    /// <summary>False where the member refers to nothing.</summary>
    private bool GiveReference(JsonObject json, ObjectType kind, Member member, FragmentEntry entry)
    {
        var item = member.Type is ListType list ? list.Item : null;
        if (member.En == "actions" && kind.En != "cycle")
            GiveActions((string)json["id"]!, entry.Value);
        else if (member.Type is ObjectType { En: "subject" })
            GiveSubject(json, member.En, entry.Value);
        else if (member.Type is ObjectType { En: "department" })
            GiveDepartment(json, kind, member, entry.Value);
        else if (item is ObjectType { En: "department" } && kind != schema.Root)
            GiveReferences(json, member.En, entry.Value, DepartmentId);
        else if (item is ObjectType { En: "subject" })
            GiveReferences(json, member.En, entry.Value, SubjectId);
        else
            return false;
        return true;
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
