using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Admin.Tuning;

public sealed class SettingFormTests
{
    private static readonly TuningTarget Late = TuningTarget.FindRule("SCH-02", Viewer.System)!;

    [Theory]
    [InlineData("", "tuning.value.missing")]
    [InlineData("半年", "tuning.bad.Months")]
    [InlineData("0.5", "tuning.bad.Months")]
    [InlineData("-3", "tuning.bad.Months")]
    [InlineData("P6D", "tuning.bad.Months")]
    [InlineData("0", "tuning.tooSmall")]
    [InlineData("61", "tuning.tooLarge")]
    public void What_is_no_value_of_the_parameter_is_told_at_its_field(string typed, string key) =>
        Read(Late, ("value.criticalDelay", typed)).Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            problem => problem.Field.ShouldBe("value.criticalDelay"),
            problem => problem.TextKey.ShouldBe(key));

    [Theory]
    [InlineData("6")]
    [InlineData("６")]
    [InlineData(" P6M ")]
    public void Months_are_typed_as_a_number_in_either_width_or_as_files_write_them(string typed)
    {
        var (setting, problems) = Read(Late, ("value.criticalDelay", typed));

        problems.ShouldBeEmpty();
        setting.Values["重大とする遅れ"].ShouldBe(new MonthsDuration(6));
    }

    [Theory]
    [InlineData("trainingCoverage", "value.warningBelow", "90", "警告", 0.9)]
    [InlineData("trainingCoverage", "value.warningBelow", "92.5％", "警告", 0.925)]
    [InlineData("ratingBoundaries", "value.onTrack", "1.1", "順調", 1.1)]
    public void A_share_is_typed_in_per_cent_and_a_number_as_it_is(string group, string field, string typed, string name, double value) =>
        Read(TuningTarget.FindGroup(group, Viewer.System)!, (field, typed)).Setting.Values[name].ShouldBe((decimal)value);

    [Fact]
    public void A_day_of_the_year_that_not_every_year_has_is_refused()
    {
        var days = TuningTarget.FindGroup("dueDays", Viewer.System)!;

        Read(days, ("value.actualsDue", "02-29")).Problems.Single().TextKey.ShouldBe("tuning.bad.MonthDay");
        Read(days, ("value.actualsDue", "07-15")).Setting.Values["実績報告"].ShouldBe(new MonthDay(7, 15));
    }

    [Fact]
    public void A_level_may_not_become_graver_than_the_one_above_it()
    {
        Read(Late, ("severity.critical", "notice")).Problems.ShouldHaveSingleItem().TextKey.ShouldBe("tuning.severity.order");
        Read(Late, ("severity.warning", "fatal")).Problems.ShouldHaveSingleItem().TextKey.ShouldBe("tuning.severity.missing");
        Read(Late, ("severity.critical", "warning"), ("severity.warning", "notice")).Setting.Severities[Severity.Critical].ShouldBe(Severity.Warning);
    }

    [Fact]
    public void What_stands_in_the_fields_reads_back_as_it_was()
    {
        foreach (var target in TuningTarget.Rules.Concat(TuningTarget.Groups))
        {
            var (setting, problems) = Read(target);

            problems.ShouldBeEmpty(target.Owner);
            setting.Is(Setting.Standard(target)).ShouldBeTrue(target.Owner);
        }
    }

    private static (Setting Setting, IReadOnlyList<EntryProblem> Problems) Read(TuningTarget target, params (string Name, string Text)[] typed)
    {
        var fields = SettingForm.Fill(target, Setting.Standard(target));
        foreach (var (name, text) in typed)
            fields[name] = text;
        return SettingForm.Read(target, Setting.Standard(target), fields.GetValueOrDefault);
    }
}
