using System.Text;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Cycles;

public sealed class DocumentNotesTests
{
    private static readonly PlanDocument Plan = PlanReader.Read("plan.json", Encoding.UTF8.GetBytes("""
        {
          "format": "dxplan/1",
          "municipality": { "code": "062014", "name": "山形市", "prefecture": "山形県" },
          "plan": { "id": "plan", "title": "計画", "status": "inForce", "inferred": ["status"] },
          "policies": [ {
            "id": "p1", "title": "施策", "raw": { "title": "しさく" },
            "kpis": [ {
              "id": "k1", "title": "指標", "direction": "higherIsBetter", "inferred": ["direction"],
              "series": [ { "id": "k1-s", "target": { "value": 1, "fiscalYear": 2020, "raw": { "fiscalYear": "平成32年度" } } } ]
            } ],
            "initiatives": [ { "id": "i1", "title": "取組", "lanes": [ { "id": "l1", "phases": [
              { "id": "s1", "title": "区間", "end": "2025-03-31", "raw": { "end": "令和6年度末" }, "inferred": ["end"] },
              { "id": "s2", "title": "次の区間", "end": "2026-03-31" }
            ] } ] } ]
          } ]
        }
        """)).Document!;

    [Fact]
    public void A_value_is_noted_under_the_name_that_evidence_gives_it() =>
        DocumentNotes.Of(Plan, "s1").ShouldBe([new DocumentNote(new Bilingual("終了日", "end"), "令和6年度末", Inferred: true)]);

    [Fact]
    public void Parts_and_what_a_subject_hangs_on_are_noted_by_path() =>
        DocumentNotes.Of(Plan, "k1-s").ShouldBe(
        [
            new DocumentNote(new Bilingual("目標.年度", "target.fiscalYear"), "平成32年度", Inferred: false),
            new DocumentNote(new Bilingual("指標.方向", "kpi.direction"), null, Inferred: true),
        ]);

    [Fact]
    public void A_wording_has_the_notes_of_the_object_that_holds_it() =>
        DocumentNotes.Of(Plan, "s1/title").Count.ShouldBe(1);

    [Theory]
    [InlineData("s2")]
    [InlineData("nothing")]
    public void Where_nothing_is_noted_there_are_no_notes(string subject) => DocumentNotes.Of(Plan, subject).ShouldBeEmpty();
}
