using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>A rule whose expressions are bound to a schema: everything that can be known of it before it sees data.</summary>
internal sealed record Rule
{
    public required RuleFile File { get; init; }

    public required ObjectType Subject { get; init; }

    public required Bound? Where { get; init; }

    public required Bound? When { get; init; }

    /// <summary>From most to least severe.</summary>
    public required IReadOnlyList<RuleLevel> Levels { get; init; }

    /// <summary>Shown first beneath an alert.</summary>
    public required IReadOnlyList<Bound> Evidence { get; init; }

    public required IReadOnlyList<FoldTarget> FoldUnder { get; init; }

    /// <summary>Facts, as named from the subject, whose absence this rule reports.</summary>
    public required IReadOnlyList<string> MissingIsFinding { get; init; }

    /// <summary>Parts of the document the rule reads, each of which may be absent as a whole.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    public required IReadOnlyList<ParameterSymbol> Parameters { get; init; }

    /// <summary>What the values of lets are counted in, for those that say so.</summary>
    public required IReadOnlyDictionary<LetSymbol, BoundText> Units { get; init; }

    /// <summary>All that decides what comes out.</summary>
    public IEnumerable<Bound> Conditions => Levels.Select(level => level.Condition).Prepend(When).Prepend(Where).OfType<Bound>();

    /// <summary>All that is read, for conditions, evidence and texts.</summary>
    public IEnumerable<Bound> Expressions => Conditions.Concat(Evidence).Concat(Levels.SelectMany(level => level.Texts));

    /// <summary>All that is read anywhere, units of lets and ways to causes too.</summary>
    public IEnumerable<Bound> Everything => Expressions
        .Concat(FoldUnder.Select(fold => fold.At).OfType<Bound>())
        .Concat(Units.Values.SelectMany(unit => unit.Ja.Parts.Concat(unit.En.Parts)).OfType<Bound>());

    /// <summary>What may be missing without a guard, in the order of the file.</summary>
    public required IReadOnlyList<Need> Needs { get; init; }

    public string Id => File.Id.Value;

    public int Version => File.Version.Value;

    public string Category => File.Category.Value;

    /// <summary>The title as written; braces and all, where it has any.</summary>
    public LocalizedText Title => new(File.Title.Ja.Text.Text, File.Title.En.Text.Text);

    /// <summary>Whether what it finds is shown to security officers only: by its category, or because it reads a secret part of the document.</summary>
    public required bool IsSecret { get; init; }

    public bool IsInEffect(DateOnly asOf) => !(File.Effective.From > asOf) && !(File.Effective.To < asOf);
}

/// <param name="Fact">The way to it from the subject.</param>
/// <param name="Way">The members on that way.</param>
internal sealed record Need(Fact Fact, IReadOnlyList<Member> Way)
{
    /// <summary>Whether it lacks facts of other names: those a measure is computed from, a link follows or a list is gathered from.</summary>
    public bool LacksOthers => Way.Any(member => member.Kind is MemberKind.Measure or MemberKind.Link or MemberKind.FactList);
}

/// <param name="Condition">Null = always.</param>
internal sealed record RuleLevel(Severity Severity, Bound? Condition, BoundText Title, BoundText Message, BoundText? Clears)
{
    /// <summary>The expressions in its texts.</summary>
    public IEnumerable<Bound> Texts => new[] { Title, Message, Clears }.OfType<BoundText>().SelectMany(text => text.Ja.Parts.Concat(text.En.Parts)).OfType<Bound>();
}

/// <summary>A template in both languages, its expressions bound.</summary>
internal sealed record BoundText(BoundTemplate Ja, BoundTemplate En)
{
    public BoundTemplate In(Language language) => language == Language.Japanese ? Ja : En;
}

/// <param name="Parts">Texts as they are (string) and expressions (<see cref="Bound"/>).</param>
internal sealed record BoundTemplate(IReadOnlyList<object> Parts);

/// <param name="Rule">The rule that may be the cause.</param>
/// <param name="At">The link that leads to where the cause is looked for; null = on the subject itself or above.</param>
internal sealed record FoldTarget(string Rule, Bound? At);
