using DxRules.Admin.Answers;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Answers;

/// <summary>What one person has in hand to answer, approve and report, over the site's own database.</summary>
internal sealed class AnswerDesk : IAsyncDisposable
{
    private readonly IServiceProvider services;
    private readonly TimeProvider clock;

    public AnswerDesk(IServiceProvider services, Roles roles, params string[] departments)
        : this(services, 1, roles, departments)
    {
    }

    /// <param name="person">Their number among the people of the site.</param>
    public AnswerDesk(IServiceProvider services, int person, Roles roles, params string[] departments)
    {
        (this.services, clock) = (services, services.GetRequiredService<TimeProvider>());
        Db = new AdminDb(services.GetRequiredService<DbContextOptions<AdminDb>>(), Desk.Person(person, roles, departments));
    }

    public AdminDb Db { get; }

    public AnswerWriting Writing => new(Db, Documents, Audit, clock);

    public AnswerApproval Approval => new(Db, Plans, Documents, Audit, clock);

    public DoneReporting Reporting => new(Db, Plans, Audit, clock);

    private PlanDocuments Documents => new(Db, services.GetRequiredService<DocumentCache>());

    private AuditLog Audit => new(Db, Db.Viewer, clock);

    private PlanAmendments Plans => new(Db, Documents, services.GetRequiredService<DocumentCache>(), Audit, clock);

    public async Task<PlanDocument> Plan() => (await Documents.Newest(1, default)).ShouldNotBeNull().Document;

    public async Task<IReadOnlyList<CorrectiveAction>> Actions(int fiscalYear) => GovernedCycle.Of(await Plan(), fiscalYear)?.Actions ?? [];

    public Task<AnswerRow> Row(int id) => Db.Answers.AsNoTracking().Include(row => row.Steps).SingleAsync(row => row.Id == id);

    public async Task<AnswerStanding> Standing(string key, int fiscalYear = 2024) => (await AnswerStandings.Read(Db, 1, fiscalYear, default)).Of(key);

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
