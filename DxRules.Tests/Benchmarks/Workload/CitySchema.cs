using DxRules.Engine.RecordChecks;

namespace DxRules.Benchmarks.Workload;

/// <summary>The words in which rules speak of the records, declared as any host declares its own.</summary>
internal static class CitySchema
{
    public static RecordSchema<City> Instance { get; } = Build();

    public static string IdOf(object subject) => subject switch
    {
        Initiative initiative => initiative.Id,
        Phase phase => phase.Id,
        Kpi kpi => kpi.Id,
        Control control => control.Id,
        _ => ((City)subject).Id,
    };

    private static RecordSchema<City> Build()
    {
        var schema = new RecordSchemaBuilder();
        schema.Subject<City>("自治体", "city", new("市区町村", "a municipality"), c => c.Id, c => c.Id)
            .List("取組", "initiatives", new("取組", "its initiatives"), c => c.Initiatives);
        schema.Subject<Initiative>("取組", "initiative", new("取組", "an initiative"), i => i.Id, i => i.Id)
            .Under<City>(city => city.Initiatives, i => i.City)
            .Fact("進捗", "progress", new("進捗（％）", "how far it is, in per cent"), i => i.Progress)
            .Fact("報告日", "reportedOn", new("最後に報告した日", "last reported on"), i => i.ReportedOn)
            .List("区間", "phases", new("区間", "its phases"), i => i.Phases);
        schema.Subject<Phase>("区間", "phase", new("区間", "a phase"), p => p.Id, p => p.Id)
            .Under<Initiative>(initiative => initiative.Phases, p => p.Initiative)
            .Fact("開始日", "start", new("開始日", "first day"), p => p.Start)
            .Fact("終了日", "end", new("終了日", "last day"), p => p.End)
            .Fact("始めの予定", "plannedAtStart", new("初日に予定する進捗（％）", "progress planned for the first day"), p => p.PlannedAtStart)
            .Fact("終わりの予定", "plannedAtEnd", new("最終日に予定する進捗（％）", "progress planned for the last day"), p => p.PlannedAtEnd)
            .Fact("完了", "isComplete", new("完了したか", "whether it is complete"), p => p.IsComplete);
        schema.Subject<Kpi>("指標", "kpi", new("指標", "a KPI"), k => k.Id, k => k.Id)
            .Under<Initiative>(initiative => initiative.Kpis, k => k.Initiative)
            .Fact("現況値", "baseline", new("現況値", "baseline"), k => k.Baseline)
            .Fact("現況年度", "baselineYear", new("現況値の年度", "fiscal year of the baseline"), k => k.BaselineYear)
            .Fact("目標値", "target", new("目標値", "target"), k => k.Target)
            .Fact("目標年度", "targetYear", new("目標の年度", "fiscal year of the target"), k => k.TargetYear)
            .List("実績", "actuals", new("実績", "its actuals"), k => k.Actuals)
            .Link("最新実績", "latestActual", new("最も新しい年度の実績", "the actual of the latest year"), k => k.Latest);
        schema.Part<Actual>("実績", "actual", new("実績", "an actual"))
            .Required("年度", "fiscalYear", new("年度", "fiscal year"), a => a.FiscalYear)
            .Fact("値", "value", new("値", "value"), a => a.Value);
        schema.Subject<Control>("管理策", "control", new("管理策", "a security control"), c => c.Id, c => c.Id)
            .Under<City>(city => city.Controls, c => c.City)
            .Fact("必須", "isRequired", new("必須か", "whether it is required"), c => c.IsRequired)
            .Fact("実施済", "isImplemented", new("実施したか", "whether it is implemented"), c => c.IsImplemented)
            .Fact("点検日", "reviewedOn", new("最後に点検した日", "last reviewed on"), c => c.ReviewedOn);
        return schema.Build<City>();
    }
}
