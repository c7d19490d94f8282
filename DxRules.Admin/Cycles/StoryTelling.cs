using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Hearings;
using DxRules.Admin.Publishing;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>Something that somebody does on a day of the story.</summary>
/// <param name="By">Account of the demonstration.</param>
internal sealed record Happening(DateOnly On, string By, Func<CancellationToken, Task> Happen);

/// <summary>Turns the years of the story into what people do with the site, each by the action that its pages use.</summary>
internal sealed class StoryTelling(
    AdminDb db, CycleOpening opening, CycleCheck check, CycleSteps steps, CycleClosing closing, PublicationGate gate,
    AnswerWriting writing, AnswerApproval approval, DoneReporting done, HearingQuestions questions, MeetingSaving meetings)
{
    private const string Office = "office";
    private const string Approver = "security";
    private const int DaysToApprove = 7;

    /// <summary>All that happens in the review of a year, not in the order of its days.</summary>
    /// <param name="document">The plan as the sample has it: it tells when the review was opened, reported and published.</param>
    public IEnumerable<Happening> Year(Story story, int plan, PlanDocument document, int year, bool isClosed) =>
    [
        .. Check(plan, document, year),
        .. story.Questions.Where(question => question.FiscalYear == year).SelectMany(question => Hearing(plan, year, question)),
        .. story.Answers.Where(answer => answer.FiscalYear == year).SelectMany(answer => Answer(plan, year, answer)),
        .. story.Meetings.Where(meeting => meeting.FiscalYear == year).Select(meeting => Minutes(plan, document, year, meeting)),
        .. isClosed ? Ending(plan, document, year) : [],
    ];

    /// <summary>The cycle is opened and checked.</summary>
    public IEnumerable<Happening> Check(int plan, PlanDocument document, int year)
    {
        var opened = Opened(document, year);
        yield return new(opened, Office, cancel => opening.OpenAsDocumented(plan, year, cancel));
        yield return new(FiscalYearReview.UsualAsOf(year), Office, async cancel =>
        {
            await Finish(plan, year, CycleStep.Entry, cancel);
            await check.Run(await Cycle(plan, year, cancel), FiscalYearReview.UsualAsOf(year), cancel);
        });
    }

    // What the document says was done is done on its day, and the rest when it is time for it.
    private IEnumerable<Happening> Ending(int plan, PlanDocument document, int year)
    {
        var (governed, usual) = (GovernedCycle.Of(document, year), CycleCalendar.Usual(year).ToDictionary(step => step.Step, step => step.DueOn));
        var days = new (CycleStep Step, DateOnly? On)[]
        {
            (CycleStep.Check, governed?.EvaluatedOn?.Day),
            (CycleStep.Approval, usual[CycleStep.Approval]),
            (CycleStep.Report, governed?.ReportedOn?.Day),
        };
        foreach (var (step, on) in days)
        {
            if (on is { } day)
                yield return new(Later(day, FiscalYearReview.UsualAsOf(year)), Office, cancel => Finish(plan, year, step, cancel));
        }
        foreach (var happening in governed?.PublishedOn is { } published ? Publication(plan, year, published.Day) : [])
            yield return happening;
        yield return new(usual[CycleStep.Close], Office, async cancel => Done(await closing.Close(await Cycle(plan, year, cancel), cancel) == StepRefusal.None, $"{year}"));
    }

    private IEnumerable<Happening> Publication(int plan, int year, DateOnly on)
    {
        yield return new(on.AddDays(-DaysToApprove), Office, async cancel =>
        {
            var approver = await db.Users.Where(user => user.UserName == Approver).Select(user => user.Id).SingleAsync(cancel);
            var asked = await gate.Request(await Cycle(plan, year, cancel), approver, "本部会議で報告したとおりです。", null, cancel);
            Done(asked.IsDone, $"{year} {CycleStep.Publication} {asked.Refusal}");
        });
        yield return new(on, Approver, async cancel =>
        {
            var cycle = await Cycle(plan, year, cancel);
            var asked = await db.Publications.Where(row => row.CycleId == cycle).Select(row => row.Id).SingleAsync(cancel);
            var approved = await gate.Approve(asked, null, cancel);
            Done(approved.IsDone, $"{year} {CycleStep.Publication} {approved.Refusal}");
        });
    }

    private IEnumerable<Happening> Answer(int plan, int year, StoryAnswer answer)
    {
        foreach (var step in answer.Steps)
            yield return new(step.On, step.By, async cancel => Done((await Take(await Cycle(plan, year, cancel), answer, step, cancel)).IsDone, $"{answer.Alert} {step.On:O}"));
        if (answer.ReportedDoneOn is { } day && answer.Steps.Last(step => step.Step == AnswerState.Submitted) is var last)
            yield return new(day, last.By, async cancel =>
                Done((await done.Report(await Id(await Cycle(plan, year, cancel), answer, cancel), null, last.OnBehalfOf, cancel)).IsDone, $"{answer.Alert} {day:O}"));
    }

    private async Task<AnswerResult> Take(int cycle, StoryAnswer answer, StoryStep step, CancellationToken cancel)
    {
        var entry = new AnswerEntry(cycle, answer.Alert, answer.Decision, answer.Text)
        {
            Cause = answer.Cause ?? "", Owner = answer.Owner, DueOn = answer.DueOn, AcceptedUntil = answer.AcceptedUntil, Comment = step.Comment ?? "", OnBehalfOf = step.OnBehalfOf,
        };
        return step.Step switch
        {
            AnswerState.Draft => await writing.SaveDraft(entry, cancel),
            AnswerState.Submitted => await writing.Submit(entry, cancel),
            AnswerState.Returned => await approval.Return(await Id(cycle, answer, cancel), null, step.Comment ?? "", cancel),
            _ => await approval.Approve(await Id(cycle, answer, cancel), null, step.Comment, cancel),
        };
    }

    private IEnumerable<Happening> Hearing(int plan, int year, StoryQuestion question)
    {
        var asked = 0;
        yield return new(question.On, question.By, async cancel =>
            asked = await questions.Ask(await Cycle(plan, year, cancel), question.Subject, question.Department, question.Text, cancel) ?? throw Broken(question.Subject));
        if (question is { Answer: { } text, AnsweredOn: { } day })
            yield return new(day, question.AnsweredBy ?? Office, async cancel => Done(await questions.Answer(asked, text, cancel), question.Subject));
    }

    private Happening Minutes(int plan, PlanDocument document, int year, StoryMeeting meeting)
    {
        var held = document.Governance!.Bodies!.SelectMany(body => body.Meetings ?? []).Single(one => one.Id == meeting.Meeting).On.Day;
        return new(Later(held, Opened(document, year)), Office, async cancel => Done(await meetings.Note(plan, meeting.Meeting, meeting.Agenda, meeting.Outcome, cancel), meeting.Meeting));
    }

    private async Task Finish(int plan, int year, CycleStep step, CancellationToken cancel) =>
        Done(await steps.Finish(await Cycle(plan, year, cancel), step, cancel) == StepRefusal.None, $"{year} {step}");

    private Task<int> Cycle(int plan, int year, CancellationToken cancel) =>
        db.Cycles.Where(cycle => cycle.PlanId == plan && cycle.FiscalYear == year).Select(cycle => cycle.Id).SingleAsync(cancel);

    private Task<int> Id(int cycle, StoryAnswer answer, CancellationToken cancel) =>
        db.Answers.Where(row => row.CycleId == cycle && row.Alert!.Key == answer.Alert).Select(row => row.Id).SingleAsync(cancel);

    private static DateOnly Opened(PlanDocument document, int year) => GovernedCycle.Of(document, year)?.OpenedOn?.Day ?? FiscalYearReview.UsualOpening(year);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static void Done(bool isDone, string what)
    {
        if (!isDone)
            throw Broken(what);
    }

    // The story is part of the program: whoever changes one of them has to change both.
    private static InvalidDataException Broken(string what) => new($"The story of the demonstration tells of something that the site refuses: {what}.");
}
