using System.Text;
using DxRules.Admin.Data;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Cycles;

/// <summary>Checks a plan with the shipped rules.</summary>
internal static class EngineCheck
{
    public static CheckedPlan Check(PlanDocument plan, DateOnly asOf)
    {
        var check = PlanCheck.Default;
        var report = check.Check(plan, asOf);
        return new CheckedPlan(
            report,
            Encoding.UTF8.GetBytes(ReportJson.Write(report)),
            OpenFindings.Hash(report),
            [.. check.Rules.Select(rule => TextOf(rule.Rule))],
            new SubjectIndex(plan));
    }

    private static RuleTextRow TextOf(Rule rule) => new()
    {
        Hash = rule.File.Hash,
        RuleId = rule.Id,
        Version = rule.Version,
        Category = rule.Category,
        IsSecret = rule.IsSecret,
        TitleJa = rule.Title.Ja,
        TitleEn = rule.Title.En,
        Text = rule.File.Source.Content,
    };
}
