using DxRules.Admin.Answers;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Hearings;
using DxRules.Admin.Jobs;
using DxRules.Admin.People;
using DxRules.Admin.Publishing;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>
/// The plans of the demonstration: the two that デモ市 had one after the other, reviewed in five years, and a real one. All years but the last
/// are closed. Every step is taken by the action that the site takes it with, by the person and on the day of the story.
/// </summary>
internal sealed class Samples(AdminDb db, ActingPerson acting, IServiceProvider parts)
{
    /// <summary>The last year under review, and the day of its check: what is in the samples is entered up to there.</summary>
    public const int FiscalYear = 2024;

    public static readonly DateOnly AsOf = FiscalYearReview.UsualAsOf(FiscalYear);

    /// <summary>The day on which the story stops: the review of the last year is under way.</summary>
    public static readonly DateOnly Today = new(FiscalYear + 1, 6, 2);

    private readonly DatedClock clock = new();

    /// <summary>Loads them all, or nothing where there is a plan already.</summary>
    public async Task Load(CancellationToken cancel)
    {
        if (await db.Plans.AnyAsync(cancel))
            return;
        await using var writing = await db.Write(cancel);
        var (story, audit) = (Story.Read(), Dated<AuditLog>());
        clock.Stand(new DateOnly(story.Plans[0].From + 1, 4, 1));
        await Dated<DemoAccounts>(audit).Load(cancel);
        var people = await StoryPeople.Read(db, Dated<HeldDepartments>(), cancel);
        foreach (var sample in story.Plans)
        {
            clock.Stand(new DateOnly(sample.From + 1, 4, 8));
            var (plan, document) = await Add(audit, sample.File, cancel);
            for (var year = sample.From; year <= sample.To; year++)
                await Happen(people, Telling(audit).Year(story, plan, document, year, isClosed: year < FiscalYear), cancel);
        }
        await LoadReal(audit, people, cancel);
        await writing.Commit(cancel);
    }

    // Of its review nothing is known but that it can be checked.
    private async Task LoadReal(AuditLog audit, StoryPeople people, CancellationToken cancel)
    {
        clock.Stand(FiscalYearReview.UsualOpening(FiscalYear));
        var (plan, document) = await Add(audit, "yamagata-2022.json", cancel);
        await Happen(people, Telling(audit).Check(plan, document, FiscalYear), cancel);
    }

    private async Task Happen(StoryPeople people, IEnumerable<Happening> happenings, CancellationToken cancel)
    {
        foreach (var happening in happenings.OrderBy(happening => happening.On))
        {
            clock.Stand(happening.On);
            acting.Person = people.Of(happening.By);
            await happening.Happen(cancel);

            // Else every later save would look for changes through all that was found before.
            db.ChangeTracker.Clear();
        }
        acting.Person = null;
    }

    private async Task<(int Plan, PlanDocument Document)> Add(AuditLog audit, string file, CancellationToken cancel)
    {
        var document = Read(file);
        await PlanVersions.Add(db, audit, document, null, "見本の読み込み", clock.GetUtcNow(), cancel);
        return ((await PlanVersions.Find(db, document, cancel))!.Id, document);
    }

    /// <summary>A sample as it is shipped.</summary>
    public static PlanDocument Read(string file)
    {
        using var resource = typeof(Samples).Assembly.GetManifestResourceStream(file)
            ?? throw new FileNotFoundException($"The sample {file} is not in the program.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return PlanReader.Read(file, content.ToArray()).Document ?? throw new InvalidDataException($"The sample {file} has errors; see plan validate.");
    }

    private StoryTelling Telling(AuditLog audit)
    {
        var plans = Dated<PlanAmendments>(audit);
        var steps = Dated<CycleSteps>(audit, plans);
        return new StoryTelling(
            db, Dated<CycleOpening>(audit, plans), Dated<CycleCheck>(audit), steps, Dated<CycleClosing>(audit, plans), Dated<PublicationGate>(audit, steps, Dated<Publications>()),
            Dated<AnswerWriting>(audit), Dated<AnswerApproval>(audit, plans), Dated<DoneReporting>(audit, plans), Dated<HearingQuestions>(audit), Dated<MeetingSaving>(audit));
    }

    /// <summary>A part of the site for which it is the day of the story.</summary>
    private T Dated<T>(params object[] others) => ActivatorUtilities.CreateInstance<T>(parts, [clock, .. others]);

    /// <summary>Stands on a morning.</summary>
    private sealed class DatedClock : TimeProvider
    {
        private DateTimeOffset now;

        public void Stand(DateOnly day) => now = new(day, new TimeOnly(0, 30), TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now;
    }
}
