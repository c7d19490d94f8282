using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using SchemaMember = DxRules.Engine.Feel.Binding.Member;

namespace DxRules.Tests.Engine.Evaluation.Reference;

/// <summary>
/// Well-typed rules with everything a rule can do: what it writes, the binder must accept. Facts are needed or guarded, events, texts and
/// links are guarded; what it needs it collects while it writes.
/// </summary>
internal sealed partial class RandomRule
{
    private readonly Random random;
    private readonly ObjectType subject;
    private readonly HashSet<string> needs = new(StringComparer.Ordinal);
    private readonly HashSet<SchemaMember> guardedMembers = [];

    // Facts that this rule guards instead of needing them.
    private readonly HashSet<SchemaMember> guardedFacts;
    private int variables;

    private RandomRule(Random random, ObjectType subject)
    {
        this.random = random;
        this.subject = subject;
        guardedFacts = [.. TestSchema.Instance.Objects.SelectMany(o => o.Members).Where(m => m.Kind == MemberKind.Fact && m.Type is not ObjectType && random.Next(4) == 0)];
    }

    /// <summary>Something with members that can be named at a place of the rule.</summary>
    /// <param name="Text">How it is written; empty for the subject itself, whose members stand bare.</param>
    /// <param name="Way">The way to it as needs write it; null where no need can.</param>
    private sealed record Place(string Text, ObjectType Kind, string? Way);

    /// <summary>What can be named: places, and variables that hold numbers.</summary>
    private sealed record Sight(IReadOnlyList<Place> Places, IReadOnlyList<string> Numbers)
    {
        public Sight With(Place place) => this with { Places = [.. Places, place] };

        public Sight With(string number) => this with { Numbers = [.. Numbers, number] };

        /// <summary>Inside a filter bare names of the outside could be the item's too.</summary>
        public Sight InFilter(Place item) => this with { Places = [.. Places.Where(p => p.Text.StartsWith('v')), item] };
    }

    /// <summary>The text of a rule file, and the members it guards somewhere.</summary>
    public static (string File, ObjectType Subject, IReadOnlySet<SchemaMember> Guarded) Next(Random random)
    {
        var kinds = TestSchema.Instance.Subjects.Where(k => k.En != "system").ToList();
        var rule = new RandomRule(random, kinds[random.Next(kinds.Count)]);
        var body = rule.Body();
        return (TestRules.File("TST-01", rule.subject.Ja, body), rule.subject, rule.guardedMembers);
    }

    private string Body()
    {
        var sight = new Sight([new Place("", subject, "")], []);
        var lines = new List<string>();
        var (where, when) = (random.Next(3) > 0 ? Condition(sight, 2) : null, random.Next(3) > 0 ? Condition(sight, 3) : null);
        if (random.Next(3) == 0)
        {
            // A let that nothing uses would leave its needs unread.
            lines.Add($"let:\n  甲: |-\n    {Number(sight, 2)}\n  乙: |-\n    甲 > 0 or {Condition(sight, 2)}");
            when = when is null ? "乙" : $"{when} and 乙";
            sight = sight.With("甲");
        }
        if (where is not null)
            lines.Add(Block("where", where));
        if (when is not null)
            lines.Add(Block("when", when));
        lines.Add("levels:");
        if (random.Next(2) == 0)
            lines.Add("  - critical: |-\n      " + Condition(sight, 2));
        lines.Add(random.Next(2) == 0 ? "  - warning" : "  - warning: |-\n      " + Condition(sight, 2));
        if (needs.Count > 0)
            lines.Insert(0, "needs: [ " + string.Join(", ", needs.Order(StringComparer.Ordinal)) + " ]");
        return string.Join('\n', lines);
    }

    private static string Block(string key, string expression) => $"{key}: |-\n  {expression}";

    private T One<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private string Condition(Sight sight, int depth) => random.Next(depth <= 0 ? 5 : 14) switch
    {
        0 => Comparison(sight, depth),
        1 => DateComparison(sight, depth),
        2 => WordComparison(sight, depth),
        3 => NullTest(sight, depth),
        4 => Truth(sight),
        5 => $"({Condition(sight, depth - 1)} and {Condition(sight, depth - 1)})",
        6 => $"({Condition(sight, depth - 1)} or {Condition(sight, depth - 1)})",
        7 => $"not({Condition(sight, depth - 1)})",
        8 => $"(if {Condition(sight, depth - 1)} then {Condition(sight, depth - 1)} else {Condition(sight, depth - 1)})",
        9 => $"{Number(sight, depth - 1)} between {Number(sight, depth - 1)} and {Number(sight, depth - 1)}",
        10 => Share(sight, depth),
        11 => $"{Number(sight, depth - 1)} in ({Number(sight, depth - 1)}, {Number(sight, depth - 1)})",
        _ => Quantified(sight, depth),
    };

    private string Comparison(Sight sight, int depth) => $"{Number(sight, depth - 1)} {One(["<", "<=", ">", ">=", "=", "!="])} {Number(sight, depth - 1)}";

    private string DateComparison(Sight sight, int depth) => $"{Date(sight, depth - 1)} {One(["<", "<=", ">", ">=", "=", "!="])} {Date(sight, depth - 1)}";

    private string WordComparison(Sight sight, int depth)
    {
        if (Fact(sight, type => type is EnumType) is not { } read)
            return Condition(sight, depth - 1);
        var words = ((EnumType)read.Member.Type).Words.Select(w => $"\"{One([w.Ja, w.En])}\"").ToList();
        return random.Next(3) switch
        {
            0 => $"{read.Text} {One(["=", "!="])} {One(words)}",
            1 => $"{read.Text} in ({One(words)}, {One(words)})",
            _ => $"list contains([{One(words)}, {One(words)}], {read.Text})",
        };
    }

    /// <summary>Something that may be absent, guarded in one of the ways a rule can.</summary>
    private string NullTest(Sight sight, int depth)
    {
        var place = One(sight.Places);
        var members = place.Kind.Members.Where(m => guardedFacts.Contains(m) || m.Kind is MemberKind.Event or MemberKind.OptionalText || (m.Kind is MemberKind.Link or MemberKind.Ancestor && m.Type is ObjectType)).ToList();
        if (members.Count == 0)
            return Condition(sight, depth - 1);
        var member = One(members);
        guardedMembers.Add(member);
        var text = TextOf(place, member);
        string Inside() => Guarded(place, member, text, sight, depth);


        // A fact may only be tested to guard what reads it.
        return random.Next(member.Kind == MemberKind.Fact ? 1 : 0, 5) switch
        {
            0 => $"{text} {One(["=", "!="])} null",
            1 => $"({text} != null and {Inside()})",
            2 => $"({text} = null or {Inside()})",
            3 => $"(if {text} = null then {Condition(sight, depth - 1)} else {Inside()})",
            _ => $"not({text} = null or not({Inside()}))",
        };
    }

    private string Guarded(Place place, SchemaMember member, string text, Sight sight, int depth)
    {
        if (member.Type is ObjectType kind)
            return Condition(sight.With(new Place(text, kind, place.Way is null ? null : Join(place.Way, member.Ja))), depth - 1);
        if (member.Type == FeelType.Date)
            return $"{text} {One(["<", ">="])} {Date(sight, depth - 1)}";
        if (member.Type == FeelType.Boolean)
            return text;
        if (member.Type == FeelType.Number)
            return $"{text} {One(["<", ">="])} {Number(sight, depth - 1)}";
        return member.Type is EnumType words ? $"{text} = \"{words.Words[0].Ja}\"" : $"contains({text}, \"あ\")";
    }

    private string Truth(Sight sight) =>
        Fact(sight, type => type == FeelType.Boolean)?.Text
        ?? (Fact(sight, type => type == FeelType.Text) is { } text ? $"{text.Text} = \"累計\"" : One(["true", "false", "今年度 > 2024"]));

    private string Share(Sight sight, int depth)
    {
        var booleans = Booleans(sight, depth);
        return random.Next(2) == 0 ? $"割合以上({booleans}, 0.{random.Next(1, 10)})" : $"割合({booleans}) >= 0.5";
    }

    private string Booleans(Sight sight, int depth)
    {
        var (list, item) = Objects(sight, depth);
        return $"for {item.Text} in {list} return {Condition(sight.With(item), depth - 1)}";
    }

    private string Quantified(Sight sight, int depth)
    {
        if (random.Next(6) == 0)
        {
            var (numbers, number) = (NumberList(sight, depth), NewVariable());
            return $"(some {number} in {numbers} satisfies {Condition(sight.With(number), depth - 1)})";
        }
        var (list, item) = Objects(sight, depth);
        var condition = Condition(sight.With(item), depth - 1);
        return random.Next(2) == 0
            ? $"(some {item.Text} in {list} satisfies {condition})"
            : $"(count({list}) > 0 and (every {item.Text} in {list} satisfies {condition}))";
    }

    private string NewVariable() => "v" + variables++;

    private static string TextOf(Place place, SchemaMember member) => place.Text.Length == 0 ? member.Ja : place.Text + "." + member.Ja;

    private static string Join(string way, string name) => way.Length == 0 ? name : way + "." + name;
}
