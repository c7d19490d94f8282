using DxRules.Engine.Feel.Binding;

namespace DxRules.Benchmarks.Workload;

/// <summary>The words in which rules speak of the records.</summary>
internal static class CitySchema
{
    public static Schema Instance { get; } = Build();

    private static Schema Build()
    {
        var schema = new SchemaBuilder();
        schema.Subject<City>("自治体", "city", new("市区町村", "a municipality"))
            .List("取組", "initiatives", new("取組", "its initiatives"), c => c.Initiatives);
        schema.Subject<Initiative>("取組", "initiative", new("取組", "an initiative"))
            .Under(i => i.City, city => city.Initiatives)
            .Fact("進捗", "progress", new("進捗（％）", "how far it is, in per cent"), i => i.Progress)
            .Fact("報告日", "reportedOn", new("最後に報告した日", "last reported on"), i => i.ReportedOn)
            .List("区間", "phases", new("区間", "its phases"), i => i.Phases);
        schema.Subject<Phase>("区間", "phase", new("区間", "a phase"))
            .Under(p => p.Initiative, initiative => initiative.Phases)
            .Fact("開始日", "start", new("開始日", "first day"), p => p.Start)
            .Fact("終了日", "end", new("終了日", "last day"), p => p.End)
            .Fact("始めの予定", "plannedAtStart", new("初日に予定する進捗（％）", "progress planned for the first day"), p => p.PlannedAtStart)
            .Fact("終わりの予定", "plannedAtEnd", new("最終日に予定する進捗（％）", "progress planned for the last day"), p => p.PlannedAtEnd)
            .Fact("完了", "isComplete", new("完了したか", "whether it is complete"), p => p.IsComplete);
        schema.Subject<Kpi>("指標", "kpi", new("指標", "a KPI"))
            .Under(k => k.Initiative, initiative => initiative.Kpis)
            .Fact("現況値", "baseline", new("現況値", "baseline"), k => k.Baseline)
            .Fact("現況年度", "baselineYear", new("現況値の年度", "fiscal year of the baseline"), k => k.BaselineYear)
            .Fact("目標値", "target", new("目標値", "target"), k => k.Target)
            .Fact("目標年度", "targetYear", new("目標の年度", "fiscal year of the target"), k => k.TargetYear)
            .List("実績", "actuals", new("実績", "its actuals"), k => k.Actuals)
            .Link("最新実績", "latestActual", new("最も新しい年度の実績", "the actual of the latest year"), k => k.Latest);
        schema.Part<Actual>("実績", "actual", new("実績", "an actual"))
            .Required("年度", "fiscalYear", new("年度", "fiscal year"), a => a.FiscalYear)
            .Fact("値", "value", new("値", "value"), a => a.Value);
        schema.Subject<Control>("管理策", "control", new("管理策", "a security control"))
            .Under(c => c.City, city => city.Controls)
            .Fact("必須", "isRequired", new("必須か", "whether it is required"), c => c.IsRequired)
            .Fact("実施済", "isImplemented", new("実施したか", "whether it is implemented"), c => c.IsImplemented)
            .Fact("点検日", "reviewedOn", new("最後に点検した日", "last reviewed on"), c => c.ReviewedOn);
        schema.Context("基準日", "asOfDate", new("基準日", "as-of date"), c => c.AsOf);
        schema.Context("今年度", "currentFiscalYear", new("基準日の年度", "fiscal year of the as-of date"), c => FiscalYear(c.AsOf));
        return schema.Build(subject => new SubjectIdentity(IdOf(subject), IdOf(subject), []));
    }

    public static string IdOf(object subject) => subject switch
    {
        Initiative initiative => initiative.Id,
        Phase phase => phase.Id,
        Kpi kpi => kpi.Id,
        Control control => control.Id,
        _ => ((City)subject).Id,
    };

    private static int FiscalYear(DateOnly date) => date.Month < 4 ? date.Year - 1 : date.Year;
}
