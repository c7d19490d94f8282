using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;
using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.SampleData;

/// <summary>What the packaged rules find in a sample, in the words of <see cref="ExpectedCheck"/>.</summary>
internal static class SampleCheck
{
    public static PlanReport Run(ExpectedCheck check)
    {
        var document = PlanReader.Read(check.Plan, Bytes(check)).Document!;
        return PlanCheck.Default.Check(document, check.AsOf).Plans.ShouldHaveSingleItem();
    }

    public static IEnumerable<ExpectedResult> Results(PlanReport report) =>
    [
        .. report.Alerts.Select(a => new ExpectedResult(a.Rule, a.Subject.Id, Word(a.Severity), [], Names(a.Unknown), RuleAndSubject(a.FoldedUnder))),
        .. report.Undetermined.Select(u => new ExpectedResult(u.Rule, u.Subject.Id, "undetermined", Names(u.Missing), [], RuleAndSubject(u.FoldedUnder))),
        .. report.NotApplicable.Select(key => key.Split('/', 2)).Select(k => new ExpectedResult(k[0], k[1], "notApplicable", [], [], null)),
    ];

    public static IEnumerable<ExpectedGroup> Groups(IEnumerable<UndeterminedResult> undetermined) =>
        MissingFactGroup.Of(undetermined).Select(g => new ExpectedGroup(g.Fact.Ja, g.SubjectType, g.Subjects.Count, g.Rules));

    private static byte[] Bytes(ExpectedCheck check)
    {
        var bytes = SamplePlans.Bytes(check.Plan);
        if (check.Without is not { } path)
            return bytes;
        var plan = JsonNode.Parse(bytes)!;
        var members = path.Split('.');
        var owner = members[..^1].Aggregate(plan, (node, member) => int.TryParse(member, CultureInfo.InvariantCulture, out var place) ? node[place]! : node[member]!);
        owner.AsObject().Remove(members[^1]).ShouldBeTrue();
        return Encoding.UTF8.GetBytes(plan.ToJsonString());
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    private static IReadOnlyList<string> Names(IEnumerable<LocalizedText> facts) => [.. facts.Select(f => f.Ja)];

    private static string? RuleAndSubject(string? key) => key is null ? null : string.Join(' ', key.Split('/', 2));
}
