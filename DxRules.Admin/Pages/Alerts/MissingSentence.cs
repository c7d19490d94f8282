using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>系列19件の実績がないため、7規則を判定できません。</summary>
internal static class MissingSentence
{
    public static string Of(MissingGroup group, Texts texts)
    {
        var kind = texts[$"subject.{group.SubjectType}"];
        return group.Fact is { } fact
            ? texts["undetermined.group", kind, group.Subjects, texts.In(fact), group.Rules]
            : texts["undetermined.group.noFacts", kind, group.Subjects, group.Rules];
    }
}
