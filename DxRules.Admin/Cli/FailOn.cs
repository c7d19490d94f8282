using System.CommandLine;
using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>--fail-on</c>: what counts as a finding for the exit code.</summary>
/// <param name="Least">The least severity that counts.</param>
/// <param name="Undetermined">Whether what could not be judged counts too.</param>
internal sealed record FailOn(Severity Least, bool Undetermined)
{
    private static readonly FailOn Usual = new(Severity.Warning, Undetermined: false);

    public static Option<FailOn> CreateOption(Language language) => Choice.Option(
        "--fail-on",
        new LocalizedText("終了コードを1にする重大度の下限。undetermined は判定不能も含める", "least severity that makes the exit code 1; undetermined counts those too"),
        language,
        Usual,
        ("info", new FailOn(Severity.Info, false)),
        ("notice", new FailOn(Severity.Notice, false)),
        ("warning", Usual),
        ("critical", new FailOn(Severity.Critical, false)),
        ("undetermined", Usual with { Undetermined = true }));

    /// <summary>Whether a plan has findings. What is folded counts, and a rule that failed always does.</summary>
    public bool IsMetBy(PlanReport plan) =>
        plan.Counts.Faults > 0
        || (Undetermined && plan.Counts.Undetermined > 0)
        || plan.Alerts.Any(alert => alert.Severity >= Least);
}
