using DxRules.Engine.Feel.Binding;
using SchemaMember = DxRules.Engine.Feel.Binding.Member;

namespace DxRules.Tests.Engine.Evaluation.Reference;

/// <summary>Numbers, dates, lists and the facts they are made of.</summary>
internal sealed partial class RandomRule
{
    private string Number(Sight sight, int depth) => random.Next(depth <= 0 ? 3 : 12) switch
    {
        0 => random.Next(60) == 0 ? "9999999999999999999999999999" : random.Next(-2, 4).ToString(System.Globalization.CultureInfo.InvariantCulture),
        1 when sight.Numbers.Count > 0 => One(sight.Numbers),
        1 or 2 => Fact(sight, type => type == FeelType.Number)?.Text ?? "今年度",
        3 => $"({Number(sight, depth - 1)} {One(["+", "-", "*", "/"])} {Number(sight, depth - 1)})",
        4 => $"-({Number(sight, depth - 1)})",
        5 => $"abs({Number(sight, depth - 1)})",
        6 => $"count({Objects(sight, depth).List})",
        7 => $"{One(["sum", "min", "max", "mean"])}({NumberList(sight, depth)})",
        8 => $"(if {Condition(sight, depth - 1)} then {Number(sight, depth - 1)} else {Number(sight, depth - 1)})",
        9 => $"年度({Date(sight, depth - 1)})",
        10 => $"({Date(sight, depth - 1)} - {Date(sight, depth - 1)}).days",
        _ => $"count({NumberList(sight, depth)})",
    };

    private string Date(Sight sight, int depth) => random.Next(depth <= 0 ? 3 : 5) switch
    {
        0 => "基準日",
        1 or 2 => Fact(sight, type => type == FeelType.Date)?.Text ?? "date(\"2025-03-31\")",
        3 => $"({Date(sight, depth - 1)} {One(["+", "-"])} duration(\"{One(["P1M", "P12M", "P90D"])}\"))",
        _ => $"(if {Condition(sight, depth - 1)} then {Date(sight, depth - 1)} else {Date(sight, depth - 1)})",
    };

    private string NumberList(Sight sight, int depth)
    {
        if (random.Next(4) == 0)
            return random.Next(2) == 0 ? $"年度列(今年度 - {random.Next(4)}, 今年度 - {random.Next(3)})" : $"[{Number(sight, depth - 1)}, {Number(sight, depth - 1)}]";
        var (list, item) = Objects(sight, depth);
        return $"(for {item.Text} in {list} return {Number(sight.With(item), depth - 1)})";
    }

    /// <summary>A list of objects, perhaps filtered, and a variable to go through it.</summary>
    private (string List, Place Item) Objects(Sight sight, int depth)
    {
        if (random.Next(8) == 0)
            return Alerts();
        var lists = sight.Places.SelectMany(place => place.Kind.Members.Where(IsObjectList).Select(m => (Place: place, Member: m))).ToList();
        if (lists.Count == 0)
            return Alerts();
        var (at, member) = One(lists);
        var way = at.Way is null ? null : Join(at.Way, member.Ja);
        if (member.Kind == MemberKind.FactList && way is not null)
            needs.Add(way);
        var kind = (ObjectType)((ListType)member.Type).Item;
        var text = TextOf(at, member);
        if (depth > 0 && random.Next(3) == 0)
            text = $"{text}[{Condition(sight.InFilter(new Place("item", kind, way)), depth - 1)}]";
        return (text, new Place(NewVariable(), kind, way));
    }

    private (string List, Place Item) Alerts()
    {
        var kind = (ObjectType)((ListType)TestSchema.Instance.Context.Find("指摘")!.Type).Item;
        var text = random.Next(2) == 0 ? "指摘" : $"指摘[item.分類 = \"{One(["kpi", "data"])}\"]";
        return (text, new Place(NewVariable(), kind, null));
    }

    private static bool IsObjectList(SchemaMember member) => member.Type is ListType { Item: ObjectType };

    /// <summary>A member of some type that can be read here: what may be unknown is noted as a need.</summary>
    private (string Text, SchemaMember Member)? Fact(Sight sight, Func<FeelType, bool> fits)
    {
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var (place, at) = (One(sight.Places), new List<SchemaMember>());
            var (kind, text) = (place.Kind, place.Text);
            for (var steps = 0; steps < 3; steps++)
            {
                var members = kind.Members.Where(m => m.Kind is not (MemberKind.Event or MemberKind.OptionalText) && (fits(m.Type) || m.Type is ObjectType)).ToList();
                if (members.Count == 0)
                    break;
                var member = One(members);
                at.Add(member);
                text = text.Length == 0 ? member.Ja : text + "." + member.Ja;
                if (member.Type is ObjectType next)
                {
                    kind = next;
                    continue;
                }
                if (!CanRead(place, at))
                    break;
                return (text, member);
            }
        }
        return null;
    }

    // The last fact, measure or link on the way is the need; it covers the way to it.
    private bool CanRead(Place place, IReadOnlyList<SchemaMember> members)
    {
        var last = members.Count;
        while (last > 0 && members[last - 1].Kind is MemberKind.Required or MemberKind.Default)
            last--;
        if (last == 0)
            return true;
        if (place.Way is null || guardedFacts.Contains(members[last - 1]) || members[last - 1].Kind is MemberKind.Ancestor or MemberKind.Link)
            return false;
        needs.Add(members.Take(last).Aggregate(place.Way, (way, member) => Join(way, member.Ja)));
        return true;
    }
}
