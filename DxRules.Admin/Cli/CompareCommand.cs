using System.CommandLine;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>compare REPORT REPORT…</c>: what became of each alert over reports in order of time.</summary>
internal static class CompareCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("compare", new LocalizedText(
            "点検結果（check --format json の出力）を古い順に並べ、指摘の新規・継続・悪化・再発・解消確認などを示す",
            "tell over reports (as check --format json writes them), oldest first, which alerts are new, go on, worsened, recurred or are confirmed cleared").In(language));
        var files = ReportFiles.CreateArgument(language, ArgumentArity.OneOrMore);
        var map = new Option<string?>("--map")
        {
            Description = new LocalizedText("改定で番号の変わった項目の対応表（CSV: 旧ID,新ID か JSON: { \"旧ID\": \"新ID\" }）", "items that were renumbered (CSV: old id,new id, or JSON: { \"old\": \"new\" })").In(language),
            HelpName = "FILE",
        };
        var failOn = FailOn.CreateOption(language);
        failOn.Description = new LocalizedText(
            "終了コードを1にする、新規・悪化・再発の指摘の重大度の下限。undetermined は判定不能になったものも含める（既定: warning）",
            "least severity of new, worsened or recurred alerts that makes the exit code 1; undetermined counts what became so too (default: warning)").In(language);
        var format = OutputFormats.CreateOption(language);
        command.Arguments.Add(files);
        foreach (var option in new Option[] { map, failOn, format })
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var renumbering = RenumberingFile.ReadOrSay(parsed.GetValue(map), terminal, language);
            var reports = ReportFiles.ReadOrSay(parsed.GetRequiredValue(files), terminal, language);
            if (renumbering is null || reports is null || !AreComparable(reports, terminal, language))
                return ExitCode.CouldNotRun;
            var plans = Lifecycle.Of([.. reports.Select(report => report.Report)], renumbering, PlanSchema.Instance);
            terminal.Out.Write(parsed.GetValue(format) == OutputFormat.Json ? LifecycleJson.Write(plans) : Text(plans, language));
            return plans.Any(plan => IsMet(parsed.GetRequiredValue(failOn), plan.Latest)) ? ExitCode.Findings : ExitCode.Ok;
        });
        return command;
    }

    private static string Text(IReadOnlyList<PlanLifecycle> plans, Language language)
    {
        var text = new LifecycleText(language, PlanCheck.Default.NameOf);
        return string.Join("\n", plans.Select(text.Write));
    }

    // What goes on as before was told before.
    private static bool IsMet(FailOn failOn, LifecycleStep step) => step.Lives.Any(life => life.State switch
    {
        AlertState.New or AlertState.Worsened or AlertState.Recurred => life.Alert.Severity >= failOn.Least,
        AlertState.Undetermined => failOn.Undetermined,
        _ => false,
    });

    private static bool AreComparable(IReadOnlyList<ReportFile> reports, Terminal terminal, Language language)
    {
        var mistake = reports.Count < 2
            ? new LocalizedText("比べるには、点検結果を二つ以上指定してください。", "two reports or more are needed to compare.")
            : OutOfOrder(reports) ?? NothingInCommon(reports);
        if (mistake is not null)
            terminal.Error.WriteLine($"dxrules: {mistake.In(language)}");
        return mistake is null;
    }

    private static LocalizedText? OutOfOrder(IReadOnlyList<ReportFile> reports)
    {
        for (var i = 1; i < reports.Count; i++)
        {
            var (before, after) = (reports[i - 1], reports[i]);
            if (after.Report.AsOf < before.Report.AsOf)
                return new(
                    $"基準日の古い順に並べてください。{before.Name}（{before.Report.AsOf:yyyy-MM-dd}）の後に {after.Name}（{after.Report.AsOf:yyyy-MM-dd}）があります。",
                    $"give the reports oldest first: {after.Name} ({after.Report.AsOf:yyyy-MM-dd}) comes after {before.Name} ({before.Report.AsOf:yyyy-MM-dd}).");
        }
        return null;
    }

    private static LocalizedText? NothingInCommon(IReadOnlyList<ReportFile> reports)
    {
        var now = reports[^1].Plans.ToHashSet();
        return reports.SkipLast(1).Any(report => report.Plans.Any(now.Contains))
            ? null
            : new(
                $"{reports[^1].Name} の計画は、ほかの点検結果にありません。同じ計画の点検結果を指定してください。",
                $"no plan of {reports[^1].Name} is in any of the other reports: give reports on the same plan.");
    }
}
