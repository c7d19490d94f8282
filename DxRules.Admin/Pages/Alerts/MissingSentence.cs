using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>系列19件の実績がないため、7規則を判定できません。</summary>
internal static class MissingSentence
{
    public static string Of(MissingGroup group, Texts texts)
    {
        var subjects = texts.Subjects(group.SubjectType, group.Subjects);
        var rules = texts.Count("rule", group.Rules);
        return group.Fact is { } fact
            ? texts["undetermined.group", subjects, texts.In(fact), rules]
            : texts["undetermined.group.noFacts", subjects, rules];
    }
}
