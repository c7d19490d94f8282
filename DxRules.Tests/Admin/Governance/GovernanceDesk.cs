using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.People;

namespace DxRules.Tests.Admin.Governance;

/// <summary>デモ市 with an open review of FY2024, on 20 March 2026, and the classes that record how the plan is watched over.</summary>
internal sealed class GovernanceDesk : IDisposable
{
    public const int Plan = 1;
    public static readonly DateOnly Today = new(2026, 3, 20);

    private GovernanceDesk(PeopleData data) => Data = data;

    public PeopleData Data { get; }

    public int Cycle { get; private set; }

    public AdminDb Db => Data.Db;

    public PlanAmendments Amendments => new(Db, Data.Documents, Data.Cache, Data.Audit, Data.Clock);

    public PlanEditing Editing => new(Data.Documents, Amendments);

    public MeetingSaving Meetings => new(Db, Data.Documents, Editing, Data.Audit, Data.Clock);

    public MemberSaving Members => new(Db, Data.Documents, Editing, Data.Audit, Data.Clock);

    public AdviserComments Comments => new(Db, Editing, Data.Audit, Data.Clock);

    public CorrectiveActions Actions => new(Db, Data.Documents, Editing, Data.Audit, Data.Clock);

    public static async Task<GovernanceDesk> Open(Viewer? viewer = null)
    {
        var desk = new GovernanceDesk(await PeopleData.WithDemoCity(viewer));
        desk.Cycle = (await new CycleOpening(desk.Db, desk.Amendments, desk.Data.Audit, desk.Data.Clock).OpenAsDocumented(Plan, 2024, default))!.Id;
        return desk;
    }

    public async Task<PlanDocument> Newest() => (await Data.Documents.Newest(Plan, default)).ShouldNotBeNull().Document;

    public void Dispose() => Data.Dispose();
}
