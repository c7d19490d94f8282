using System.Collections;
using System.Globalization;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>
/// Finds every wording of a plan: each <c>raw</c> and each text, in document order. An id is that of the nearest object with an id,
/// then the way to the member; elements of lists without ids go by fiscal year, else date, else position.
/// </summary>
internal sealed class WordingBuilder(PlanNode plan)
{
    private readonly List<WordingNode> wordings = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public WordingNode[] Build()
    {
        AddObject(plan.Record, new WordingPlace(plan, plan.Id));
        return [.. wordings];
    }

    private void AddObject(PlanObject record, WordingPlace place)
    {
        place = Enter(record, place);
        var shape = PlanShape.Of(record.GetType());
        foreach (var member in shape.Members)
            AddMember(record, member, place);
    }

    private WordingPlace Enter(PlanObject record, WordingPlace place)
    {
        if (record is SecurityPolicy or CybersecurityPolicy && plan.SecurityPolicy is { } policy)
            return new WordingPlace(policy, policy.Id);
        if (PlanShape.Of(record.GetType()).Id?.Get(record) is not string id)
            return place;

        // An object with an id that is no subject (a lane, a piece of evidence) is told apart by its id, and titled by its owner.
        return plan.SubjectsById.TryGetValue(id, out var owner)
            ? new WordingPlace(owner, id)
            : place.Called(id);
    }

    private void AddMember(PlanObject record, PlanMember member, WordingPlace place)
    {
        // Most members hold no words, and need not even be read.
        var raw = record.Raw.Count == 0 ? null : record.Raw.GetValueOrDefault(member.Name);
        if (raw is null && member.ValueKind != PlanValueKind.Object && !member.IsWording)
            return;
        var value = member.Get(record);
        if (raw is null && value is null or ICollection { Count: 0 })
            return;
        var at = place.Then(member);
        if (raw is not null)
            Add(at, raw, ReadFrom(value), member.IsFiscalYear);
        if (value is PlanObject part)
            AddObject(part, at);
        else if (member is { IsList: true, ValueKind: PlanValueKind.Object } && value is not null)
            AddParts((IReadOnlyList<PlanObject>)value, at);
        else if (member is { IsList: true, IsWording: true } && value is not null)
            AddTexts((IReadOnlyList<string>)value, at);
        else if (member.IsWording && raw is null && value is string text)
            Add(at, text, text, isFiscalYear: false);
    }

    // What was read from the wording of a whole part is its figure, where it has one; an empty list is as good as nothing read.
    private static object? ReadFrom(object? value) => value switch
    {
        PlanObject part => PlanShape.Of(part.GetType()).Find("value")?.Get(part) ?? part,
        IReadOnlyCollection<object> { Count: 0 } => null,
        _ => value,
    };

    private void AddParts(IReadOnlyList<PlanObject> parts, WordingPlace at)
    {
        for (var i = 0; i < parts.Count; i++)
            AddObject(parts[i], at.Element(KeyOf(parts[i], i)));
    }

    private void AddTexts(IReadOnlyList<string> texts, WordingPlace at)
    {
        for (var i = 0; i < texts.Count; i++)
            Add(at.Element(Position(i)), texts[i], texts[i], isFiscalYear: false);
    }

    private void Add(WordingPlace at, string text, object? value, bool isFiscalYear)
    {
        var id = at.Id;
        for (var twin = 2; !ids.Add(id); twin++)
            id = string.Create(CultureInfo.InvariantCulture, $"{at.Id}~{twin}");
        wordings.Add(new WordingNode(id, plan, at, text, value, isFiscalYear));
    }

    private static string KeyOf(PlanObject element, int index)
    {
        var shape = PlanShape.Of(element.GetType());
        return PlanText.Of(shape.Find("fiscalYear")?.Get(element)) ?? PlanText.Of(shape.Find("on")?.Get(element)) ?? Position(index);
    }

    private static string Position(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
