using DxRules.Engine.RecordChecks;
using DxRules.Engine.Text;
using Severity = DxRules.Engine.Rules.Severity;

namespace DxRules.Tests.Engine.RecordChecks;

/// <summary>A host's own records, checked with rule files as an outsider writes them: docs/examples/facilities.</summary>
public class RecordCheckTests
{
    private static readonly DateOnly AsOf = new(2025, 6, 2);
    private static readonly string Rules = Repository.File("DxRules.Engine", "docs", "examples", "facilities", "rules");
    private static readonly RecordCheck<FacilityRegister> Check = RecordCheck<FacilityRegister>.Load(FacilityWords.Schema, Rules);

    [Fact]
    public void The_examples_inside_the_rule_files_hold() => Check.RunExamples().Select(d => DiagnosticPrinter.Print(d, Language.English)).ShouldBeEmpty();

    [Fact]
    public void A_report_tells_alerts_in_the_shape_of_reports_on_plans()
    {
        var school = new Facility("F-01", "第三小学校") { Use = FacilityUse.School, BuiltIn = 1974, IsEarthquakeResistant = false, Inspections = [] };
        school.Repairs.Add(new Repair("R-01", "耐震補強", school) { Due = new(2025, 3, 31), Cost = 480_000_000 });

        var report = Check.Check(new FacilityRegister("062014", "山形市公共施設台帳", [school]), AsOf).Plans[0];

        report.Plan.ShouldBe("062014");
        report.Alerts.Select(alert => (alert.Rule, alert.Severity, alert.Subject.Id)).ShouldBe([("FAC-02", Severity.Critical, "F-01"), ("FAC-03", Severity.Critical, "R-01")]);
        var late = report.Alerts[1];
        late.Message.Ja.ShouldBe("「第三小学校」の「耐震補強」は令和7年3月31日までの予定ですが、終わっていません。");
        late.Message.En.ShouldBe("\"耐震補強\" at 第三小学校 was due by 31 March 2025 and is not done.");
        late.Subject.Path.ShouldBe(["山形市公共施設台帳", "第三小学校"]);
        late.FoldedUnder.ShouldBe("FAC-02/F-01");
        late.Evidence.Single(evidence => evidence.Name.Ja == "事業費").Text.Ja.ShouldBe("480,000,000円");
        report.NotApplicable.ShouldBe(["FAC-01/F-01"]);
    }
}
