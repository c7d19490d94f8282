using System.Text;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Plans;

public class PlanWriterTests
{
    [Theory]
    [MemberData(nameof(SamplePlans.Names), MemberType = typeof(SamplePlans))]
    public void A_sample_that_was_written_reads_back_to_the_same_plan(string name)
    {
        var read = SamplePlans.Read(name).Document!;
        var written = PlanWriter.Write(read);

        var again = PlanReader.Read(name, written);

        again.Diagnostics.ShouldBeEmpty();
        SamePlan.Differences(read, again.Document!).ShouldBeEmpty();
        Encoding.UTF8.GetString(PlanWriter.Write(again.Document!)).ShouldBe(Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void What_is_absent_or_at_its_default_is_not_written() =>
        Rewritten("""{ "id": "x", "title": "t", "initiatives": null, "scope": "inPlan", "areas": [], "kpis": [] }""")
            .ShouldBe("""{"id":"x","title":"t","kpis":[]}""");

    [Fact]
    public void A_month_stays_a_month() =>
        Rewritten("""{ "id": "x", "title": "t", "initiatives": [ { "id": "i", "title": "t", "milestones": [ { "id": "m", "title": "t", "due": "2026-02" } ] } ] }""")
            .ShouldContain("\"due\":\"2026-02\"");

    [Theory]
    [InlineData("81.140", "81.14")]
    [InlineData("-0.0", "0")]
    [InlineData("1e3", "1000")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void Equal_numbers_are_written_the_same(string given, string written) =>
        Rewritten($$"""{ "id": "x", "title": "t", "kpis": [ { "id": "k", "title": "t", "tolerance": {{given}} } ] }""")
            .ShouldContain($"\"tolerance\":{written}}}");

    [Theory]
    [InlineData("健康増進（令和4年度）")]
    [InlineData("全角　空白")]
    [InlineData("𠮷野家と髙島")]
    [InlineData("<b> & '")]
    [InlineData("\\\" \\\\ \\n \\u0009")]
    public void Texts_are_written_as_they_are(string text) =>
        Rewritten($$"""{ "id": "x", "title": "{{text}}" }""").ShouldContain($"\"title\":\"{text}\"");

    [Fact]
    public void Wording_and_inferred_members_are_kept() =>
        Rewritten("""{ "id": "x", "title": "t", "inferred": ["purpose"], "raw": { "title": "－", "purpose": "" } }""")
            .ShouldBe("""{"id":"x","title":"t","raw":{"purpose":"","title":"－"},"inferred":["purpose"]}""");

    [Fact]
    public void The_hash_depends_on_the_plan_and_not_on_the_layout_of_its_file()
    {
        var plan = SamplePlans.Read("yamagata-2022.json").Document!;

        PlanWriter.Hash(PlanReader.Read("line", PlanWriter.WriteLine(plan)).Document!).ShouldBe(PlanWriter.Hash(plan));
        PlanWriter.Hash(plan with { Benefits = [new Benefit { Subject = plan.Plan.Id, FiscalYear = 2024 }] }).ShouldNotBe(PlanWriter.Hash(plan));
    }

    /// <summary>A policy as it is written on one line after it was read.</summary>
    private static string Rewritten(string policy)
    {
        var reading = PlanReader.Read(new SourceText("plan.json", PlanText($"[{policy}]")));
        reading.Diagnostics.ShouldBeEmpty();
        var line = Encoding.UTF8.GetString(PlanWriter.WriteLine(reading.Document!)).TrimEnd('\n');
        var start = line.IndexOf("\"policies\":[", StringComparison.Ordinal) + "\"policies\":[".Length;
        return line[start..^2];
    }

    private static string PlanText(string policies) => $$"""
        { "format": "dxplan/1", "municipality": { "code": "062014", "name": "山形市", "prefecture": "山形県" },
          "plan": { "id": "p", "title": "計画", "status": "inForce" }, "policies": {{policies}} }
        """;
}
