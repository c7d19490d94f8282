using System.Globalization;
using System.Text.Json.Nodes;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Fragments;

/// <summary>Members that stand in the plan file under the name rules have for them.</summary>
internal sealed partial class FragmentComposer
{
    private int CurrentFiscalYear => FiscalYear.Of(asOf);

    private void Fill(JsonObject json, ObjectType kind, FragmentObject given)
    {
        spans.Add((json, given.Span));

        // Ids first, because what follows refers to them; then what is above, because what follows hangs on it.
        foreach (var entry in given.Entries.OrderBy(e => kind.Find(e.Name) switch { { En: "id" } => 0, { } m when IsAncestor(kind, m) => 1, _ => 2 }))
        {
            if (kind.Find(entry.Name) is not { } member)
                errors.UnknownName(entry, kind);
            else if (entry.Value is not FragmentValue { Text: null })
                Give(json, kind, member, entry);
        }
    }

    private void Give(JsonObject json, ObjectType kind, Member member, FragmentEntry entry)
    {
        if (IsAncestor(kind, member))
        {
            if (entry.Value is FragmentObject above)
                Fill(FrameOf(member.En), (ObjectType)member.Type, above);
            else
                errors.ExpectedObject(entry.Value, (ObjectType)member.Type);
        }
        else if (!GiveSpecial(json, kind, member, entry))
        {
            GiveRecorded(json, kind, member, entry);
        }
    }

    private void GiveRecorded(JsonObject json, ObjectType kind, Member member, FragmentEntry entry)
    {
        var record = kind == schema.Root ? typeof(PlanHeader) : PlanWording.RecordOf(kind.Clr);
        var recorded = record.IsAssignableTo(typeof(PlanObject)) ? PlanShape.Of(record).Find(member.En) : null;
        if (recorded is null)
            errors.Computed(entry, member);
        else if (member.Type is ListType list)
            GiveList(json, member.En, list.Item, entry.Value);
        else if (member.Type is ObjectType part)
            GiveObject(json, member.En, part, entry.Value);
        else if (Scalar(member.Type, entry.Value) is { } value)
            Set(json, member.En, value, entry.Value);
    }

    private void GiveObject(JsonObject json, string member, ObjectType part, Fragment value)
    {
        if (value is not FragmentObject fragment)
        {
            errors.ExpectedObject(value, part);
            return;
        }
        var target = json[member] as JsonObject;
        if (target is null)
            json[member] = target = Note([], PlanWording.RecordOf(part.Clr), part);
        Fill(target, part, fragment);
    }

    private void GiveList(JsonObject holder, string member, FeelType item, Fragment value)
    {
        if (value is not FragmentList list)
        {
            errors.ExpectedList(value);
            return;
        }
        var array = Array(holder, member);
        spans.Add((array, list.Span));
        foreach (var element in list.Items)
            GiveElement(array, item, element);
    }

    private void GiveElement(JsonArray array, FeelType item, Fragment element)
    {
        if (item is not ObjectType kind)
        {
            if (Scalar(item, element) is { } value)
                array.Add(value);
        }
        else if (element is FragmentObject fragment)
        {
            Fill(NewObject(kind, array), kind, fragment);
        }
        else
        {
            errors.ExpectedObject(element, kind);
        }
    }

    private void Set(JsonObject json, string member, JsonNode value, Fragment from)
    {
        json[member] = value;
        spans.Add((value, from.Span));
    }

    /// <summary>A value as the plan file has it; null where it is none of that type, which is told.</summary>
    private JsonValue? Scalar(FeelType type, Fragment fragment)
    {
        if (fragment is not FragmentValue { Text: { } text } value)
        {
            if (fragment is not FragmentValue)
                errors.Expected(fragment, type);
            return null;
        }
        if (type is EnumType words)
        {
            if (words.Find(text) is { } word)
                return JsonValue.Create(word.En);
            errors.WrongWord(value, words);
            return null;
        }
        if (type == FeelType.Number && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return JsonValue.Create(number);
        if (type == FeelType.Boolean && bool.TryParse(text, out var flag))
            return JsonValue.Create(flag);
        if (type != FeelType.Number && type != FeelType.Boolean)
            return JsonValue.Create(text);
        errors.Expected(fragment, type);
        return null;
    }
}
