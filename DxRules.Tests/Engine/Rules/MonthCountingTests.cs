using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Rules;

public sealed partial class MonthCountingTests
{
    [Fact]
    public void Months_before_the_as_of_date_end_as_the_Civil_Code_has_it()
    {
        for (var day = new DateOnly(2023, 1, 1); day < new DateOnly(2025, 1, 1); day = day.AddDays(1))
        {
            for (var months = 1; months <= 24; months++)
            {
                var last = LastDay(day, months);
                (day < last.AddMonths(-months)).ShouldBeFalse($"{day:O} {months}");
                (day < last.AddDays(1).AddMonths(-months)).ShouldBeTrue($"{day:O} {months}");
            }
        }
    }

    // The day itself does not count (art. 140). A period ends on the day before the one that answers to its first; where the month has no such day, on its last (art. 143).
    private static DateOnly LastDay(DateOnly day, int months)
    {
        var first = day.AddDays(1);
        var answering = first.AddMonths(months);
        return answering.Day == first.Day ? answering.AddDays(-1) : answering;
    }

    // What an alert shows as the last date of something is before the date it asks for, whichever day of a month that was and is.
    [Theory]
    [InlineData("2024-02-29")]
    [InlineData("2023-02-28")]
    [InlineData("2023-06-30")]
    [InlineData("2023-11-30")]
    public void No_alert_asks_for_a_date_that_has_been_entered(string entered)
    {
        var text = File.ReadAllText(Repository.File("DxRules.Admin", "SampleData", "demo-city.json"));
        var plan = PlanReader.Read(new SourceText("demo", LastDone().Replace(text, $"$1\"{entered}\""))).Document.ShouldNotBeNull();
        var last = DateOnly.Parse(entered, CultureInfo.InvariantCulture);
        var asked = 0;
        for (var month = new DateOnly(2025, 1, 1); month.Year < 2026; month = month.AddMonths(1))
            asked += Asked(plan, month.AddDays(-1), last) + Asked(plan, month, last);
        asked.ShouldBeGreaterThan(20);
    }

    private static int Asked(PlanDocument plan, DateOnly asOf, DateOnly entered)
    {
        var asked = 0;
        foreach (var alert in PlanCheck.Default.Check(plan, asOf).Plans.Single().Alerts)
        {
            var shown = AnyDate().Matches(alert.Message.En).Select(Read).ToList();
            if (!shown.Contains(entered) || AskedFor().Match(alert.Clears?.En ?? "") is not { Success: true } from)
                continue;
            asked++;
            Read(from).ShouldBeGreaterThan(entered, $"{alert.Rule} {asOf:O}");
        }
        return asked;
    }

    private static DateOnly Read(Match match) => DateOnly.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("(\"(?:lastReviewedOn|lastCheckedOn)\": )\"[^\"]+\"")]
    private static partial Regex LastDone();

    [GeneratedRegex(@"(\d{1,2} \w+ \d{4}) or later")]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"(\d{1,2} \w+ \d{4})")]
    private static partial Regex AnyDate();
}
