using System.Collections;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.Plans.Changes;

/// <summary>Changes plans anywhere, by the marks on their members; the same seed gives the same changes.</summary>
internal sealed class RandomEdits(int seed)
{
    private readonly Random random = new(seed);
    private readonly List<string> log = [];
    private int newIds;
    private double rate;

    /// <summary>What was done, for the message of a failing test.</summary>
    public string Log => string.Join("; ", log);

    /// <summary>A version of the plan that differs in about so many places and reads back, or null if what came out is no valid plan.</summary>
    public PlanDocument? Next(PlanDocument plan, int edits)
    {
        log.Clear();
        rate = (double)edits / Count(plan);
        return PlanReader.Read("edited", PlanWriter.Write((PlanDocument)Edit(plan))).Document;
    }

    private static int Count(PlanObject record) => PlanShape.Of(record.GetType()).Members.Sum(member => 1 + Below(member, record).Sum(Count));

    private static IEnumerable<PlanObject> Below(PlanMember member, PlanObject record) => member.Get(record) switch
    {
        PlanObject one => [one],
        IEnumerable<PlanObject> rows => rows,
        _ => [],
    };

    private PlanObject Edit(PlanObject record)
    {
        var edited = record with { };
        foreach (var member in PlanShape.Of(record.GetType()).Members.Where(m => !m.IsId))
        {
            var value = member.Get(record);
            if (value is PlanObject held)
                value = Edit(held);
            else if (value is IEnumerable<PlanObject> rows)
                value = ArrayOf(member.ValueType, [.. rows.Select(Edit)]);
            if (random.NextDouble() < rate)
            {
                log.Add($"{record.GetType().Name}.{member.Name}");
                value = Other(member, value);
            }
            member.Set(edited, value);
        }
        return random.NextDouble() < rate ? Annotated(edited) : edited;
    }

    private PlanObject Annotated(PlanObject record)
    {
        var names = PlanShape.Of(record.GetType()).Members.Select(m => m.Name).ToArray();
        log.Add($"{record.GetType().Name}'s wording");
        var raw = record.Raw.Where(_ => random.Next(2) == 0).ToDictionary();
        raw[random.GetItems(names, 1)[0]] = random.Next(2) == 0 ? "平成32年度\n\"写し\"　全角" : "";
        return random.Next(2) == 0 ? record with { Raw = raw } : record with { Inferred = [.. random.GetItems(names, random.Next(3))] };
    }

    private object? Other(PlanMember member, object? value) => member switch
    {
        { IsList: true } => OtherList(member, value as IList),
        _ when random.Next(3) == 0 && member.Presence is MemberPresence.Fact or MemberPresence.Event or MemberPresence.Optional => null,
        { ValueKind: PlanValueKind.Object } => value,
        _ => Scalar(member) ?? value,
    };

    private Array? OtherList(PlanMember member, IList? list)
    {
        var elements = list?.Cast<object>().ToList() ?? [];
        var at = random.Next(elements.Count + 1);
        switch (random.Next(7))
        {
            case 0 when member.Presence == MemberPresence.UnknownList:
                return null;
            case 1:
                elements.Clear();
                break;
            case 2 when elements.Count > 0:
                elements = [.. random.GetItems(elements.ToArray(), elements.Count).Distinct()];
                break;
            case 3 when elements.Count > 0:
                elements.RemoveAt(Math.Min(at, elements.Count - 1));
                break;
            default:
                if (elements.Count > 0 && elements[0] is PlanObject row)
                    elements.Insert(at, Copy(row));
                else if (member.ValueKind != PlanValueKind.Object && Scalar(member) is { } scalar)
                    elements.Insert(at, scalar);
                break;
        }
        return ArrayOf(member.ValueType, elements);
    }

    // With ids of its own; what has none may well say the same as its neighbour.
    private PlanObject Copy(PlanObject row)
    {
        var copy = row with { };
        foreach (var member in PlanShape.Of(row.GetType()).Members)
        {
            if (member.IsId)
                member.Set(copy, $"new-{++newIds}-{random.Next(1000)}");
            else if (member.ValueKind == PlanValueKind.Object && member.Get(row) is { } value)
                member.Set(copy, value is PlanObject held ? Copy(held) : ArrayOf(member.ValueType, [.. ((IEnumerable<PlanObject>)value).Select(Copy)]));
        }
        return copy;
    }

    private object? Scalar(PlanMember member) => member.ValueKind switch
    {
        _ when member.IsShare => random.Next(101) / 100m,
        _ when member.IsFiscalYear => random.Next(2020, 2028),
        PlanValueKind.Text when member.Has<DxRules.Engine.Plans.Marks.MunicipalityCodeAttribute>() => null,
        PlanValueKind.Text => random.GetItems(["文", "長い文\n二行目", "a/b~c%d", "\\\"", "p1"], 1)[0],
        PlanValueKind.Number => random.Next(-2000, 2000) / 8m,
        PlanValueKind.Whole => random.Next(100),
        PlanValueKind.Boolean => random.Next(2) == 0,
        PlanValueKind.Date => random.Next(2) == 0 ? new PlanDate(new DateOnly(2022, 4, 1).AddDays(random.Next(2000))) : member.IsStart ? PlanDate.FromMonth(2023, random.Next(1, 13)) : PlanDate.ToMonth(2023, random.Next(1, 13)),
        PlanValueKind.Word => random.GetItems(PlanWords.Of(member.ValueType).Values.ToArray(), 1)[0],
        _ => null,
    };

    private static Array ArrayOf(Type type, List<object> elements)
    {
        var array = Array.CreateInstance(type, elements.Count);
        ((ICollection)elements).CopyTo(array, 0);
        return array;
    }
}
