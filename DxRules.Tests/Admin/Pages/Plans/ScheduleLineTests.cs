using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Plans;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Pages.Plans;

public sealed class ScheduleLineTests
{
    private static readonly Texts Texts = new(Language.Japanese);

    [Theory]
    [InlineData(2025, 4, 1, 2025, 1)]
    [InlineData(2025, 6, 30, 2025, 1)]
    [InlineData(2025, 7, 1, 2025, 2)]
    [InlineData(2025, 12, 31, 2025, 3)]
    [InlineData(2026, 1, 1, 2025, 4)]
    [InlineData(2026, 3, 31, 2025, 4)]
    public void A_quarter_begins_in_April_and_the_last_lies_in_the_next_calendar_year(int year, int month, int day, int fiscalYear, int number) =>
        Quarter.Of(new DateOnly(year, month, day)).ShouldBe(new Quarter(fiscalYear, number));

    [Fact]
    public void A_quarter_is_written_by_era() =>
        new[] { new Quarter(2025, 1), new Quarter(2018, 4), new Quarter(2019, 1) }.Select(quarter => quarter.In(Texts)).ShouldBe(["R7Q1", "H30Q4", "R1Q1"]);

    [Fact]
    public void What_is_under_way_has_no_end_yet() =>
        Words(Phase("2025-04-01", "2026-09-30") with { Status = WorkStatus.InProgress, StartedOn = Day("2025-10-03") }).ShouldBe("計画 R7Q1–R8Q2 / 実績 R7Q3–");

    [Fact]
    public void What_is_late_says_when_it_is_expected() =>
        Words(Phase("2024-04-01", "2025-03-31") with { Status = WorkStatus.NotStarted, ForecastEnd = Day("2026-01-30") }).ShouldBe("計画 R6Q1–R6Q4 / 実績 なし / 見込み R7Q4まで");

    [Fact]
    public void What_is_unknown_is_not_taken_for_nothing()
    {
        Words(Phase(null, "2025-03-31") with { Status = WorkStatus.Completed }).ShouldBe("計画 不明–R6Q4 / 実績 不明");
        Words(Phase(null, null)).ShouldBe("計画 不明 / 実績 不明");
        Words(Phase("2025-04-01", null) with { Kind = PhaseKind.OpenEnded, Status = WorkStatus.NotStarted }).ShouldBe("計画 R7Q1– / 実績 なし");
        Words(Phase("2025-04-01", null) with { Status = WorkStatus.NotStarted }).ShouldBe("計画 R7Q1–不明 / 実績 なし");
    }

    [Fact]
    public void What_is_done_every_year_is_done_in_the_quarters_of_its_records() =>
        Words(Phase("2023-04-01", "2028-03-31") with
        {
            Kind = PhaseKind.Recurring,
            Records = [new PhaseRecord { FiscalYear = 2024 }, new PhaseRecord { FiscalYear = 2023, On = Day("2023-11-14") }],
        }).ShouldBe("計画 R5Q1–R9Q4 / 実績 R5Q3、R6Q1–R6Q4");

    [Fact]
    public void An_initiative_runs_from_its_first_phase_to_its_last()
    {
        var first = Phase("2023-04-01", "2023-09-30") with { Status = WorkStatus.Completed, StartedOn = Day("2023-05-01"), CompletedOn = Day("2023-12-01") };
        var second = Phase("2023-10-01", "2024-03-31") with { Id = "s2", Status = WorkStatus.NotStarted, ForecastEnd = Day("2025-06-30") };
        Words(Initiative(first, second)).ShouldBe("計画 R5Q1–R5Q4 / 実績 R5Q1– / 見込み R7Q1まで");
        Words(Initiative(first)).ShouldBe("計画 R5Q1–R5Q2 / 実績 R5Q1–R5Q3");
        Words(Initiative(first, Phase(null, null) with { Id = "s3" })).ShouldBe("計画 R5Q1–R5Q2（一部不明） / 実績 R5Q1–");
        Words(Initiative()).ShouldBe("計画 なし / 実績 なし");
        Words(Initiative() with { Lanes = null }).ShouldBe("計画 不明 / 実績 不明");
    }

    private static string Words(Phase phase) => string.Join(" / ", ScheduleWords.Of(ScheduleLine.Of(phase), Texts));

    private static string Words(Initiative initiative) => string.Join(" / ", ScheduleWords.Of(ScheduleLine.Of(initiative), Texts));

    private static Phase Phase(string? start, string? end) => new() { Id = "s1", Title = "区間", Start = Day(start), End = Day(end) };

    private static Initiative Initiative(params Phase[] phases) => new() { Id = "i1", Title = "取組", Lanes = [new Lane { Id = "l1", Phases = phases }] };

    private static PlanDate? Day(string? day) => day is null ? null : new PlanDate(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
}
