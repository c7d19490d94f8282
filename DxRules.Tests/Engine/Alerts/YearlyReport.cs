using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Alerts;

/// <summary>A report of one year, written down as what rules say of subjects: everything that is not said is quiet.</summary>
internal sealed record YearlyReport(int Year)
{
    public string Plan { get; init; } = "demo";

    /// <summary>The rules that judge, by id, with their content.</summary>
    public IReadOnlyDictionary<string, string> Rules { get; init; } = new Dictionary<string, string> { ["R-1"] = "v1", ["R-2"] = "v1" };

    public string RuleSet { get; init; } = "rules";

    public string Profile { get; init; } = "default";

    /// <summary>The subjects that are there, phases all of them.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = ["a", "b", "c"];

    /// <summary>What a rule says of a subject: a severity, undetermined, fault or notApplicable.</summary>
    public IReadOnlyList<(string Rule, string Subject, string Word)> Says { get; init; } = [];

    /// <summary>Results that a test writes down whole.</summary>
    public IReadOnlyList<UndeterminedResult> Undetermined { get; init; } = [];

    public CheckReport Report => new(
        "0.1.0", new DateOnly(Year, 5, 31), new RuleSetStamp(RuleSet, [.. Rules.Select(rule => new RuleStamp(rule.Key, 1, rule.Value))]), new ProfileStamp(Profile, Profile, null),
        [Body]);

    public PlanReport Body => new(
        Plan, "999997", $"plan of {Year}", 0,
        new Dictionary<string, IReadOnlyList<string>> { ["plan"] = [Plan], ["phase"] = Subjects, ["wording"] = [.. Alerts.Select(alert => alert.Subject.Id).Where(id => id.Contains('/'))] },
        [.. Alerts],
        [.. Of("undetermined").Select(said => Lacking(said.Rule, Place(said.Subject), "actuals")), .. Undetermined],
        [.. Of("notApplicable").Select(said => $"{said.Rule}/{said.Subject}")],
        [.. Of("fault").Select(said => new FaultResult(said.Rule, Place(said.Subject), "DX301", "誤り"))],
        new ReportCounts(0, 0, 0, 0, 0, 0, 0, 0));

    public static UndeterminedResult Lacking(string rule, AlertSubject subject, string fact) =>
        new($"{rule}/{subject.Id}", rule, "schedule", false, subject, [new(fact, fact)], "理由", null);

    public static AlertSubject Place(string id) => new(id.Contains('/') ? "wording" : "phase", id, $"{id}の題", ["計画", "取組"]);

    private IEnumerable<Alert> Alerts =>
        Says.Where(said => SeverityWords.Find(said.Word) is not null).Select(said => new Alert(
            $"{said.Rule}/{said.Subject}", said.Rule, 1, "schedule", false, SeverityWords.Find(said.Word)!.Value, "題", Place(said.Subject), $"{Year}年の文", [], [], null, null, []));

    private IEnumerable<(string Rule, string Subject, string Word)> Of(string word) => Says.Where(said => said.Word == word);
}
