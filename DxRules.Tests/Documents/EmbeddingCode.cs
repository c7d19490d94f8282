using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Tests.Documents;

/// <summary>The code of the page embedding.md.</summary>
internal static class EmbeddingCode
{
    public static PlanCheck Load(string rulesFolder, string profileFile)
    {
        // [load]
        var isLoaded = PlanCheck.TryLoad(rulesFolder, profileFile, out var check, out var problems);
        foreach (var problem in problems)
            Console.Error.WriteLine(DiagnosticPrinter.Print(problem, Language.Japanese));
        // [/load]
        return isLoaded ? check! : throw new InvalidOperationException("The rules have errors.");
    }

    public static PlanDocument Read(string file)
    {
        // [read]
        var reading = PlanReader.Read(file, File.ReadAllBytes(file));
        foreach (var problem in reading.Diagnostics)
            Console.Error.WriteLine(DiagnosticPrinter.Print(problem, Language.Japanese));
        var plan = reading.Document ?? throw new InvalidDataException("The plan has errors.");
        // [/read]
        return plan;
    }

    public static (IReadOnlyList<string> Lines, string Json) Tell(PlanCheck check, PlanDocument plan)
    {
        var lines = new List<string>();
        // [check]
        var report = check.Check(plan, asOf: new DateOnly(2025, 5, 31));
        foreach (var alert in report.Plans[0].Alerts.Where(alert => !alert.Secret))
            lines.Add($"{alert.Rule} {SeverityWords.Of(alert.Severity).Ja} {alert.Message.Ja}");
        foreach (var result in report.Plans[0].Undetermined.Where(result => !result.Secret))
            lines.Add($"{result.Rule} 判定不能 {string.Join('、', result.Missing.Select(fact => fact.Ja))}");
        var json = ReportJson.Write(report);
        // [/check]
        return (lines, json);
    }

    public static int CountCritical(PlanCheck check, IEnumerable<PlanDocument> plans, DateOnly asOf, CancellationToken cancellation)
    {
        // [many]
        var critical = 0;
        foreach (var report in check.CheckEach(plans, asOf, cancellation))
            critical += report.Counts.Critical;
        // [/many]
        return critical;
    }
}
