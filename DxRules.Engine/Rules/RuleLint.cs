using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>
/// What is doubtful in rules that can be used: names that nothing reads, levels that nothing reaches, rules that fire for the same reason,
/// texts that were not translated. All of it holds for every plan; nothing is guessed.
/// </summary>
internal sealed class RuleLint
{
    private readonly List<Diagnostic> warnings = [];
    private readonly HashSet<ParameterSymbol> readParameters = [];

    private readonly ValueWriter writer;

    private RuleLint(Schema schema) => writer = new ValueWriter(schema);

    /// <summary>All warnings about rules and the groups of parameters they share.</summary>
    public static IReadOnlyList<Diagnostic> Of(RuleFolder folder, Schema schema, IReadOnlyList<Rule> rules)
    {
        var lint = new RuleLint(schema);
        foreach (var rule in rules)
            lint.Look(rule);
        lint.LookAtGroups(folder);
        lint.LookForOverlaps(rules);
        return lint.warnings;
    }

    private void Look(Rule rule)
    {
        var read = rule.Everything.SelectMany(BoundParts.Of).ToList();
        var parameters = read.OfType<BoundParameter>().Select(p => p.Parameter).ToHashSet();
        readParameters.UnionWith(parameters);
        var own = parameters.Where(p => p.Group is null).Select(p => p.Ja).ToHashSet(StringComparer.Ordinal);
        var lets = read.OfType<BoundLet>().Select(l => l.Let.Ja).ToHashSet(StringComparer.Ordinal);
        foreach (var parameter in rule.File.Parameters.Where(p => !own.Contains(p.Name.Value)))
            warnings.Add(RuleLintWarnings.ParameterNeverRead(rule.File.Source, parameter.Name));
        foreach (var let in rule.File.Lets.Where(l => !lets.Contains(l.Name.Value)))
            warnings.Add(RuleLintWarnings.LetNeverRead(rule.File.Source, let.Name));
        LookAtLevels(rule);
        LookAtMonths(rule);
        LookAtTexts(rule.File);
    }

    private void LookAtGroups(RuleFolder folder)
    {
        foreach (var (file, group) in folder.ParameterFiles.SelectMany(file => file.Groups.Select(group => (file, group))))
        {
            foreach (var member in group.Members.Where(member => !IsRead(folder, group, member)))
                warnings.Add(RuleLintWarnings.ParameterNeverRead(file.Source, member.Name));
        }
    }

    private bool IsRead(RuleFolder folder, ParameterGroup group, ParameterDefinition member) =>
        readParameters.Any(p => p.Group == group.Name.Value && p.Ja == member.Name.Value)
        || folder.Scales.SelectMany(scale => scale.Grades).Any(grade =>
            (grade.From?.Group == group.Name.Value || grade.From?.Group == group.En.Value)
            && (grade.From.Member == member.Name.Value || grade.From.Member == member.En.Value));

    private void LookAtLevels(Rule rule)
    {
        if (new[] { rule.Where, rule.When }.OfType<Bound>().Any(condition => IsNeverTrue(rule, condition)))
        {
            warnings.Add(RuleLintWarnings.NeverFires(rule.File.Source, rule.File.Id));
            return;
        }
        var before = new List<HashSet<string>>();
        for (var i = 0; i < rule.Levels.Count; i++)
        {
            if (rule.Levels[i].Condition is not { } condition)
                continue;
            var parts = ConditionShape.Conjuncts(condition);
            if (IsNeverTrue(rule, condition) || before.Any(earlier => earlier.IsSubsetOf(parts)))
                warnings.Add(RuleLintWarnings.LevelNeverReached(rule.File.Source, rule.File.Levels[i].Severity));
            before.Add(parts);
        }
    }

    // A let is looked at where it is defined, once, however many conditions use it.
    private void LookAtMonths(Rule rule)
    {
        var written = new List<(Bound? Condition, EmbeddedText? Text)> { (rule.Where, rule.File.Where), (rule.When, rule.File.When) };
        written.AddRange(rule.Levels.Zip(rule.File.Levels, (level, file) => (level.Condition, file.When)));
        var lets = rule.Conditions.SelectMany(BoundParts.Of).OfType<BoundLet>().DistinctBy(let => let.Let);
        written.AddRange(lets.Select(let => ((Bound?)let.Body, (EmbeddedText?)let.Let.Tree.Text)));
        foreach (var (condition, text) in written)
        {
            if (condition is null || text is null)
                continue;
            foreach (var comparison in MonthCounting.AwayFromTheDay(condition))
                warnings.Add(RuleLintWarnings.MonthsAwayFromTheDay(rule.File.Source, text.InSource(comparison.Span)));
        }
    }

    /// <summary>Two rules for the same kind of subject of which one fires whenever the other does, and neither is folded under the other.</summary>
    private void LookForOverlaps(IReadOnlyList<Rule> rules)
    {
        foreach (var ofKind in rules.GroupBy(rule => rule.Subject))
        {
            var firing = ofKind.Select(rule => (Rule: rule, Levels: ConditionShape.Firing(rule).ToList())).ToList();
            for (var i = 0; i < firing.Count; i++)
            {
                for (var j = i + 1; j < firing.Count; j++)
                    LookAtPair(firing[i].Rule, firing[i].Levels, firing[j].Rule, firing[j].Levels);
            }
        }
    }

    private void LookAtPair(Rule first, List<HashSet<string>> ofFirst, Rule second, List<HashSet<string>> ofSecond)
    {
        if (first.FoldUnder.Any(f => f.Rule == second.Id) || second.FoldUnder.Any(f => f.Rule == first.Id))
            return;
        if (ofFirst.Any(a => ofSecond.Any(b => a.Count > 0 && b.Count > 0 && (a.IsSubsetOf(b) || b.IsSubsetOf(a)))))
            warnings.Add(RuleLintWarnings.Overlap(second.File.Source, second.File.Id, first.Id));
    }

    private void LookAtTexts(RuleFile file)
    {
        var texts = file.Levels.SelectMany(level => new[] { level.Title, level.Message, level.Clears })
            .Concat(file.Lets.Select(let => let.Unit)).Prepend(file.Clears).Prepend(file.Message).Prepend(file.Title);
        foreach (var text in texts.OfType<LocalizedTemplate>().Where(IsUntranslated))
            warnings.Add(RuleLintWarnings.NotTranslated(file.Source, text.En.Text.InSource(new TextSpan(0, text.En.Text.Text.Length))));
        foreach (var parameter in file.Parameters.Where(p => p.Help is { } help && help.Ja == help.En && IsJapanese(help.En)))
            warnings.Add(RuleLintWarnings.NotTranslated(file.Source, parameter.Name.Span));
    }

    private static bool IsUntranslated(LocalizedTemplate text) => Words(text.Ja) == Words(text.En) && IsJapanese(Words(text.En));

    private static string Words(Template text) => string.Concat(text.Parts.OfType<LiteralPart>().Select(part => part.Text));

    private static bool IsJapanese(string text) => text.Any(c => c is >= '\u3041' and <= '\u30ff' or >= '\u3400' and <= '\u9fff');

    /// <summary>Whether a condition is false whatever the plan says: it reads nothing of it, or a part that must hold does not.</summary>
    private bool IsNeverTrue(Rule rule, Bound condition) => condition switch
    {
        BoundAnd and => IsNeverTrue(rule, and.Left) || IsNeverTrue(rule, and.Right),
        BoundOr or => IsNeverTrue(rule, or.Left) && IsNeverTrue(rule, or.Right),
        BoundLet let => IsNeverTrue(rule, let.Body),
        _ => BoundParts.Of(condition).All(IsSettled) && IsFalse(rule, condition),
    };

    private static bool IsSettled(Bound part) =>
        part is BoundConstant or BoundParameter or BoundLet or BoundBinary or BoundBetween or BoundNot or BoundNegation or BoundOr or BoundAnd;

    // What reads nothing needs no subject.
    private bool IsFalse(Rule rule, Bound condition)
    {
        try
        {
            return new ExpressionCompiler(rule.Subject, writer).Value(condition)(null!, new EvaluationContext(default)) is false;
        }
        catch (Exception error) when (error is ArithmeticException or ArgumentOutOfRangeException or EvaluationFault)
        {
            return false;
        }
    }
}
