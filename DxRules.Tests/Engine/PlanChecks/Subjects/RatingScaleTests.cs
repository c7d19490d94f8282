using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Engine.PlanChecks.Subjects;

public sealed class RatingScaleTests
{
    [Theory]
    [InlineData("1.2", "順調")]
    [InlineData("1.0", "順調")]
    [InlineData("0.99", "概ね順調")]
    [InlineData("0.8", "概ね順調")]
    [InlineData("0.74", "やや遅れ")]
    [InlineData("0.6", "やや遅れ")]
    [InlineData("0.59", "遅れ")]
    [InlineData("-1", "遅れ")]
    public void The_packaged_scale_grades_a_pace_as_its_file_says(string pace, string label)
    {
        var packaged = RatingScale.Of(AppliedProfile.None(RuleFolder.Packaged()));

        packaged.Of(decimal.Parse(pace)).Value.Label.Ja.ShouldBe(label);
        RatingScale.Standard.Of(decimal.Parse(pace)).Value.Label.Ja.ShouldBe(label);
    }

    [Fact]
    public void A_city_that_moves_a_boundary_moves_the_grade()
    {
        var folder = RuleFolder.Packaged();
        var values = new ParameterValues();
        values.Set("評価の境界", "やや遅れ", 0.7m);
        var scale = RatingScale.Of(AppliedProfile.None(folder) with { Values = values });

        scale.Of(0.65m).Value.Label.Ja.ShouldBe("遅れ");
    }

    [Fact]
    public void A_pace_that_lacks_facts_has_no_grade_and_one_that_cannot_be_is_not_assessable()
    {
        RatingScale.Standard.Of(Maybe<decimal>.Unknown(Lacking.Baseline)).Missing.ShouldBe(Lacking.Baseline);
        RatingScale.Standard.Of(Maybe<decimal>.Unknown(Lacking.Maintained)).Value.Kind.ShouldBe(GradeKind.NotAssessable);
    }

    [Fact]
    public void Of_two_grades_the_worse_counts_and_one_that_is_not_assessable_does_not()
    {
        var (good, behind) = (RatingScale.Standard.Steps[0].Grade, RatingScale.Standard.Steps[3].Grade);

        Grade.Worse(good, behind).ShouldBe(behind);
        Grade.Worse(behind, good).ShouldBe(behind);
        Grade.Worse(good, RatingScale.Standard.NotAssessable).ShouldBe(good);
        Grade.Worse(RatingScale.Standard.NotAssessable, good).ShouldBe(good);
    }
}
