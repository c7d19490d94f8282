using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Starting;

/// <summary>What is known of a city that begins.</summary>
/// <param name="Code">全国地方公共団体コード, six digits with a right check digit.</param>
/// <param name="PlanTitle">Null where the plan has no title yet.</param>
/// <param name="FirstYear">The first fiscal year of the plan; null where nobody knows, likewise the last.</param>
/// <param name="Lacks">Topics of the rules that the city has nothing of, each with why they need no check.</param>
internal sealed record StarterAnswers(
    string Code, string Name, string Prefecture, string? PlanTitle, int? FirstYear, int? LastYear, IReadOnlyList<(Topic Topic, string Reason)> Lacks, Language Language)
{
    /// <summary>What a city is asked about: the topics of the packaged rules.</summary>
    public static IReadOnlyList<Topic> Topics => [.. PlanCheck.Default.Topics.Select(topic => topic.Topic)];

    /// <summary>The topic of a name in either language; null where there is none.</summary>
    public static Topic? Find(string name) => Topics.FirstOrDefault(topic => topic.IsNamed(name));

    /// <summary>The id of the plan: of the year in which it begins.</summary>
    public string PlanId => FirstYear is { } year ? $"dx-{year}" : "dx";

    public string Title => PlanTitle ?? new LocalizedText($"{Name}DX推進計画", $"DX plan of {Name}").In(Language);

    public bool Has(string topic) => Lacks.All(lack => !lack.Topic.IsNamed(topic));
}
