using DxRules.Admin.Data;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>A line in the history of an alert: what a run said, or a step of an answer.</summary>
/// <param name="Run">Null where it is a step.</param>
/// <param name="Step">Null where it is a run.</param>
internal sealed record HistoryLine(HistoryEntry? Run, AnswerMark? Step)
{
    /// <summary>Runs and steps together, newest first; a step stands above the run that it answers.</summary>
    public static IReadOnlyList<HistoryLine> Of(IEnumerable<HistoryEntry> runs, AlertResponse response)
    {
        var steps = new Queue<AnswerMark>(response.Answers.SelectMany(answer => AnswerMark.Of(answer, response)).OrderByDescending(step => step.At).ThenByDescending(step => step.Order));
        var lines = new List<HistoryLine>();
        foreach (var run in runs)
        {
            while (steps.TryPeek(out var step) && step.At >= run.At)
                lines.Add(new HistoryLine(null, steps.Dequeue()));
            lines.Add(new HistoryLine(run, null));
        }
        lines.AddRange(steps.Select(step => new HistoryLine(null, step)));
        return lines;
    }
}

/// <summary>What somebody did with an answer.</summary>
/// <param name="State">The state into which it came; null where it was reported done.</param>
/// <param name="OnBehalfOf">The name of the department for which it was entered.</param>
/// <param name="Said">The comment, or where it was submitted without one what was answered.</param>
internal sealed record AnswerMark(DateTimeOffset At, int Order, int FiscalYear, AnswerState? State, AnswerDecision Decision, string? By, string? OnBehalfOf, string? Said)
{
    public static IEnumerable<AnswerMark> Of(AnswerRow answer, AlertResponse response)
    {
        var year = answer.Cycle!.FiscalYear;
        foreach (var step in answer.Steps)
            yield return new AnswerMark(step.At, step.Id, year, step.State, answer.Decision, step.By?.DisplayName, response.NameOf(step.OnBehalfOf), step.Comment);
        if (answer.ReportedDoneAt is { } at)
            yield return new AnswerMark(at, int.MaxValue, year, null, answer.Decision, null, response.NameOf(answer.Owner), null);
    }
}
