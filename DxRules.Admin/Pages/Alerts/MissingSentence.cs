using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>系列19件の実績がないため、7規則を判定できません。</summary>
internal static class MissingSentence
{
    public static string Of(MissingGroup group, Texts texts)
    {
        var facts = string.Join(texts["undetermined.and"], group.Missing.Select(texts.In));
        return facts.Length == 0
            ? texts["undetermined.group.noFacts", texts[$"subject.{group.SubjectType}"], group.Subjects, group.Rules]
            : texts["undetermined.group", texts[$"subject.{group.SubjectType}"], group.Subjects, facts, group.Rules];
    }
}
