using System.Globalization;
using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>How alerts stand over reports, for people: the counts, which add up, then what changed. What simply goes on is only counted.</summary>
/// <param name="kindOf">The name of a kind of subject by its English word.</param>
internal sealed class LifecycleText(Language language, Func<string, LocalizedText> kindOf)
{
    private static readonly AlertState[] Told =
    [
        AlertState.Worsened, AlertState.Recurred, AlertState.New, AlertState.Undetermined, AlertState.Cleared, AlertState.Gone, AlertState.RuleChanged,
        AlertState.Eased,
    ];

    private readonly StringBuilder output = new();

    /// <summary>The text, with a line break at its end.</summary>
    public string Write(PlanLifecycle plan)
    {
        output.Clear();
        var step = plan.Latest;
        var days = string.Join(" → ", plan.Steps.Select(s => ReportValue.Text(s.AsOf)));
        Line(In($"{plan.Plan}（{plan.Municipality}）基準日 {days}", $"{plan.Plan} ({plan.Municipality}) as of {days}"));
        WriteSum(step.Sum);
        if (step.SettingsChanged)
            Line(In(
                "規則は同じでも、設定（パラメータ、重大度など）が前回と違います。変化には設定によるものが含まれることがあります。",
                "Settings (parameters, severities) differ from last time even where the rules are the same; some changes may come from there."));
        var lives = step.Lives.ToLookup(life => life.State);
        foreach (var state in Told.Where(state => lives[state].Any()))
        {
            Line();
            Line($"{AlertStateWords.Of(state).In(language)} {In($"{lives[state].Count()}件", $"({lives[state].Count()})")}");
            foreach (var life in lives[state])
                Write(life);
        }
        return output.ToString();
    }

    private void WriteSum(LifecycleSum sum)
    {
        Line(In("前回", "before ") + $"{Equation(sum.Previous, sum, [AlertState.Cleared], sum.Carried, [AlertState.Undetermined, AlertState.Gone, AlertState.RuleChanged])}");
        Line(In("今回", "now ") + $"{Equation(sum.Now, sum, [], sum.Carried, [AlertState.New, AlertState.Recurred])}");
        if (sum.Carried > 0)
            Line(In("引き続き", "carried ") + $"{Number(sum.Carried)} = {Parts(sum, [AlertState.Continuing, AlertState.Worsened, AlertState.Eased])}");
    }

    private string Equation(int whole, LifecycleSum sum, AlertState[] first, int carried, AlertState[] rest)
    {
        var parts = new[] { Parts(sum, first), carried > 0 ? In("引き続き", "carried ") + Number(carried) : "", Parts(sum, rest) };
        return $"{Number(whole)} = {(whole == 0 ? "0" : string.Join(" + ", parts.Where(part => part.Length > 0)))}";
    }

    private string Parts(LifecycleSum sum, AlertState[] states) => string.Join(
        " + ", states.Where(state => sum.Of(state) > 0).Select(state => AlertStateWords.Of(state).In(language) + In("", " ") + Number(sum.Of(state))));

    private void Write(AlertLife life)
    {
        var alert = life.Alert;
        var severity = SeverityWords.Of(alert.Severity).In(language);
        var change = life.Now is not null && life.PreviousSeverity is { } before && before != alert.Severity ? $"{SeverityWords.Of(before).In(language)} → {severity}" : severity;
        var kind = kindOf(alert.Subject.Type).In(language);
        Line(In(
            $"  {change} {alert.Rule} {alert.Title.Ja} ［{kind}］{alert.Subject.Title} ({alert.Subject.Id}){Notes(life)}",
            $"  {change} {alert.Rule} {alert.Title.En} [{kind}] {alert.Subject.Title} ({alert.Subject.Id}){Notes(life)}"));
        Line($"    {alert.Message.In(language)}");
    }

    private string Notes(AlertLife life)
    {
        var notes = new List<string>();
        if (life.Nth > 1)
            notes.Add(In($"{Number(life.Nth)}回続けて", $"{Number(life.Nth)} times in a row"));
        if (life.InBetween is { } state)
            notes.Add(In($"前回は{AlertStateWords.Of(state).Ja}", $"{AlertStateWords.Of(state).En} in the report before"));
        if (life is { RuleChanged: true, Now: not null })
            notes.Add(In("規則が変わっています", "the rule changed"));
        return notes.Count == 0 ? "" : In($"（{string.Join("、", notes)}）", $" ({string.Join(", ", notes)})");
    }

    private string In(string ja, string en) => language == Language.Japanese ? ja : en;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Titles come from a file that may be anybody's: a control character in them must not reach the terminal.
    private void Line(string text = "")
    {
        foreach (var c in text)
            output.Append(char.IsControl(c) ? ' ' : c);
        output.Append('\n');
    }
}

/// <summary>The words for how an alert stands.</summary>
internal static class AlertStateWords
{
    public static LocalizedText Of(AlertState state) => state switch
    {
        AlertState.New => new("新規", "new"),
        AlertState.Continuing => new("継続", "continuing"),
        AlertState.Worsened => new("悪化", "worsened"),
        AlertState.Eased => new("緩和", "eased"),
        AlertState.Recurred => new("再発", "recurred"),
        AlertState.Cleared => new("解消確認", "confirmed cleared"),
        AlertState.Undetermined => new("判定不能", "undetermined"),
        AlertState.Gone => new("対象外", "out of scope"),
        _ => new("規則変更", "rule changed"),
    };
}
