using System.Text.Json;
using DxRules.Engine.Alerts;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Alerts;

public class ReportSarifTests
{
    private static readonly JsonElement Run = Write(_ => "plans/デモ市.json").GetProperty("runs")[0];

    [Fact]
    public void The_log_names_the_version_and_its_schema()
    {
        var log = Write(_ => null);

        log.GetProperty("version").GetString().ShouldBe("2.1.0");
        log.GetProperty("$schema").GetString()!.ShouldEndWith("/sarif-schema-2.1.0.json");
        Run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("shortDescription").GetProperty("text").GetString().ShouldBe("完了遅れ");
    }

    [Theory]
    [InlineData(0, "SCH-02", "fail", "error")]
    [InlineData(1, "GOV-03", "fail", "warning")]
    [InlineData(2, "SCH-03", "fail", "note")]
    [InlineData(3, "KPI-02", "open", "none")]
    public void Alerts_fail_and_undetermined_results_are_open(int index, string rule, string kind, string level)
    {
        var result = Run.GetProperty("results")[index];

        result.GetProperty("ruleId").GetString().ShouldBe(rule);
        result.GetProperty("kind").GetString().ShouldBe(kind);
        result.GetProperty("level").GetString().ShouldBe(level);
    }

    [Fact]
    public void A_result_tells_file_subject_and_a_fingerprint_that_outlives_the_year()
    {
        var result = Run.GetProperty("results")[0];
        var place = result.GetProperty("locations")[0];

        place.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("plans/%E3%83%87%E3%83%A2%E5%B8%82.json");
        place.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString().ShouldBe("demo-plan/ph-1");
        result.GetProperty("partialFingerprints").GetProperty("dxrulesKey/v1").GetString().ShouldBe("demo-plan/SCH-02/ph-1");
    }

    [Fact]
    public void A_plan_from_standard_input_has_no_file()
    {
        Write(_ => null).GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0]
            .TryGetProperty("physicalLocation", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_fault_is_a_notification_and_the_run_was_not_successful()
    {
        var invocation = Run.GetProperty("invocations")[0];

        invocation.GetProperty("executionSuccessful").GetBoolean().ShouldBeFalse();
        invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString()
            .ShouldBe("KPI-05 満足度（若者） (s-2): 桁あふれです。");
    }

    private static JsonElement Write(Func<string, string?> fileOf) =>
        JsonDocument.Parse(ReportSarif.Write(SampleReport.Report, Language.Japanese, fileOf)).RootElement;
}
