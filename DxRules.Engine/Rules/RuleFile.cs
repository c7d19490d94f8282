using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>A rule as its file says it (format dxrule/1), with the place of every part; expressions are not read yet.</summary>
/// <remarks>
/// A file with mistakes gives a record all the same, so that its expressions can be checked in the same run: what is missing is empty, and
/// <see cref="HasErrors"/> says that no rule may be made of it.
/// </remarks>
internal sealed record RuleFile
{
    public required SourceText Source { get; init; }

    /// <summary>SHA-256 of the file, lower-case hex, the same whatever line ends it was saved with.</summary>
    public required string Hash { get; init; }

    public required bool HasErrors { get; init; }

    /// <summary>Keys that are misspelt or hold something wrong: what their absence would make wrong elsewhere is not told again.</summary>
    public required IReadOnlySet<string> Unread { get; init; }

    public required Located<string> Id { get; init; }

    public required LocalizedTemplate Title { get; init; }

    /// <summary>The kind of subject, in either language.</summary>
    public required Located<string> Subject { get; init; }

    public required Located<string> Category { get; init; }

    public required Located<int> Version { get; init; }

    /// <summary>Where the duty or figure is written, for people.</summary>
    public required IReadOnlyList<Located<string>> Sources { get; init; }

    public required IReadOnlyList<ParameterDefinition> Parameters { get; init; }

    /// <summary>Names of the groups of shared parameters the rule reads.</summary>
    public required IReadOnlyList<Located<string>> Uses { get; init; }

    public required EffectivePeriod Effective { get; init; }

    /// <summary>Which subjects the rule is for; the others are 対象外. Null = all of them.</summary>
    public required EmbeddedText? Where { get; init; }

    /// <summary>Names, paths and measures that may be unknown.</summary>
    public required IReadOnlyList<EmbeddedText> Needs { get; init; }

    /// <summary>Paths of facts whose absence this rule reports.</summary>
    public required IReadOnlyList<EmbeddedText> MissingIsFinding { get; init; }

    public required IReadOnlyList<LetDefinition> Lets { get; init; }

    /// <summary>Null = always.</summary>
    public required EmbeddedText? When { get; init; }

    /// <summary>From most to least severe; at least one where the file has no errors.</summary>
    public required IReadOnlyList<LevelDefinition> Levels { get; init; }

    /// <summary>The text of levels without one of their own.</summary>
    public required LocalizedTemplate? Message { get; init; }

    public required LocalizedTemplate? Clears { get; init; }

    /// <summary>What is shown first beneath an alert, before all else that was read.</summary>
    public required IReadOnlyList<EmbeddedText> Evidence { get; init; }

    /// <summary>The causes under which this rule's alerts are folded; the first that fired wins.</summary>
    public required IReadOnlyList<FoldCause> FoldUnder { get; init; }

    public required IReadOnlyList<RuleExample> Examples { get; init; }

    /// <summary>Conditions that a program wrote in C#, called by name in the expressions; none in a file of a folder.</summary>
    public IReadOnlyList<HostedCondition> Hosted { get; init; } = [];
}

/// <param name="En">The English name; null = the same as the Japanese. Empty where it is given but cannot be read.</param>
/// <param name="Is">Null only where the file has errors.</param>
/// <param name="Unit">Shown behind the value.</param>
internal sealed record LetDefinition(Located<string> Name, Located<string>? En, EmbeddedText? Is, LocalizedTemplate? Unit);

/// <param name="When">Null = always.</param>
internal sealed record LevelDefinition(
    Located<Severity> Severity,
    EmbeddedText? When,
    LocalizedTemplate? Title,
    LocalizedTemplate? Message,
    LocalizedTemplate? Clears);

/// <param name="At">A link of the subject: the cause is looked for on the subject it leads to. Null = on the subject itself or an ancestor.</param>
internal sealed record FoldCause(Located<string> Rule, EmbeddedText? At);

/// <summary>The first and last day on which a rule holds; null = open.</summary>
internal sealed record EffectivePeriod(DateOnly? From, DateOnly? To)
{
    public static EffectivePeriod Always { get; } = new(null, null);
}

/// <param name="Given">The subject in the shape of the plan file, names in either language; null = nothing given.</param>
/// <param name="Missing">Null = not said.</param>
/// <param name="Unknown">Null = not said.</param>
internal sealed record RuleExample(
    Located<string> Name,
    Located<DateOnly> AsOf,
    YamlMapping? Given,
    Located<Expectation> Expect,
    IReadOnlyList<Located<string>>? Missing,
    IReadOnlyList<Located<string>>? Unknown);

/// <summary>What an example says will come out.</summary>
internal enum Expectation
{
    Info,
    Notice,
    Warning,
    Critical,
    Quiet,
    NotApplicable,
    Undetermined,
}
