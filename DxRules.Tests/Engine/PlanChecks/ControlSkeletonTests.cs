using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.PlanChecks;

public sealed class ControlSkeletonTests
{
    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void The_skeleton_of_the_catalogue_is_read_as_controls_of_a_plan_whose_state_nobody_knows(Language language)
    {
        var catalogue = ControlCatalogue.Of(RuleFolder.Packaged());

        var (plan, diagnostics) = Read(ControlSkeleton.Write(catalogue, language));

        diagnostics.ShouldBeEmpty();
        var controls = plan!.Security!.Controls!;
        controls.Select(control => control.Catalogue).ShouldBe(catalogue.Select(control => control.Id));
        controls.Select(control => control.Title).ShouldBe(catalogue.Select(control => control.Control.Title.In(language)));
        controls.ShouldAllBe(control => control.Status == null && control.Evidence == null && control.LastReviewedOn == null && control.Required);
        controls.Single(control => control.Catalogue == "C15").Direction.ShouldBe(Direction.LowerIsBetter);
        controls.Single(control => control.Catalogue == "C40").ReviewEveryMonths.ShouldBeNull();
    }

    [Fact]
    public void The_words_of_the_catalogue_are_those_of_plans()
    {
        Words("管理策の機能").ShouldBe(ControlWords.Functions.Select(word => (word.Key, word.Value.Ja)));
        Words("証跡の種類").ShouldBe(ControlWords.EvidenceKinds.Select(word => (word.Key, word.Value.Ja)));
        ControlWords.Directions.Keys.ShouldBeSubsetOf(Words("方向").Select(word => word.En));
    }

    private static IEnumerable<(string En, string Ja)> Words(string name) =>
        PlanSchema.Instance.Enums.Single(type => type.Ja == name).Words.Select(word => (word.En, word.Ja));

    private static (PlanDocument? Plan, IReadOnlyList<Diagnostic> Diagnostics) Read(string controls)
    {
        var read = PlanReader.Read(new SourceText("plan.json", $$"""
            { "format": "dxplan/1",
              "municipality": { "code": "062014", "name": "山形市", "prefecture": "山形県" },
              "plan": { "id": "plan", "title": "計画", "status": "inForce" },
              "security": { "controls": {{controls}} } }
            """));
        return (read.Document, read.Diagnostics);
    }
}
