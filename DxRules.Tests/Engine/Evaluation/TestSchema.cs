using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Evaluation;

/// <summary>The words for <see cref="TestPlan"/>. That a schema of other data can be made here shows that the engine below PlanChecks knows no plans.</summary>
internal static class TestSchema
{
    private static readonly Section Security = new("セキュリティ", "security", root => !((TestPlan)root).HasSecurity, IsSecret: true);

    public static Schema Instance { get; } = Build();

    /// <summary>The fiscal year of a date: N = 1 April N to 31 March N + 1.</summary>
    public static decimal FiscalYear(DateOnly date) => date.Month < 4 ? date.Year - 1 : date.Year;

    public static NumberRange FiscalYears(decimal from, decimal to) => new((int)from, (int)to);

    private static Schema Build()
    {
        var schema = new SchemaBuilder();
        schema.Enum<TestStatus>("進み具合", "status", "未着手", "実施中", "完了", "休止");
        schema.Enum<TestKpiKind>("指標の種類", "kpiKind", "活動指標", "成果指標");
        schema.Enum<TestStage>("段階", "stage", "本格導入", "実証中");
        schema.Enum<TestPhaseKind>("区間の種類", "phaseKind", "一回", "継続");
        AddPlan(schema);
        AddInitiatives(schema);
        AddKpis(schema);
        AddParts(schema);
        schema.Context("基準日", "asOfDate", "as-of date", c => c.AsOf);
        schema.Context("今年度", "currentFiscalYear", "its fiscal year", c => FiscalYear(c.AsOf));
        AlertsBelow.Describe(schema);
        schema.Function("年度", "fiscalYear", "fiscal year", typeof(TestSchema).GetMethod(nameof(FiscalYear))!, ("日付", "date"));
        schema.Function("年度列", "fiscalYears", "fiscal years", typeof(TestSchema).GetMethod(nameof(FiscalYears))!, ("始め", "from"), ("終わり", "to"));
        return schema.Build(Identify);
    }

    private static SubjectIdentity Identify(object subject)
    {
        var found = (TestSubject)subject;
        var path = new List<string>();
        for (var above = found.Above; above is not null; above = above.Above)
            path.Insert(0, above.Title);
        return new SubjectIdentity(found.Id, found.Title, path, found is TestSystem);
    }

    private static void AddPlan(SchemaBuilder schema)
    {
        schema.Subject<TestPlan>("計画", "plan", "a plan")
            .Required("題名", "title", "title", p => p.Title)
            .Fact("終了日", "end", "end", p => p.End)
            .Event("公表日", "publishedOn", "published on", p => p.Published)
            .OptionalText("備考", "note", "note", p => p.Note)
            .Fact("予算", "budget", "budget", p => p.Budget, unit: _ => "千円")
            .FactList("施策", "policies", "policies", p => p.Policies)
            .FactList("指標", "kpis", "KPIs", p => p.Kpis)
            .FactList("システム", "systems", "systems", p => p.Systems)
            .List("取組", "initiatives", "initiatives at any depth", p => p.Initiatives);
        schema.Subject<TestPolicy>("施策", "policy", "a policy")
            .Under(p => p.Find<TestPlan>(), plan => plan.Policies)
            .Required("題名", "title", "title", p => p.Title)
            .FactList("取組", "initiatives", "initiatives", p => p.Initiatives)
            .FactList("指標", "kpis", "KPIs", p => p.Kpis)
            .FactList("改善策", "actions", "actions", p => p.Actions);
        schema.Subject<TestSystem>("システム", "system", "a system")
            .In(Security)
            .Under(s => s.Find<TestPlan>(), plan => plan.Systems)
            .Required("題名", "title", "title", s => s.Title)
            .Fact("領域", "segment", "network segment", s => s.Segment)
            .Fact("マイナンバー保管", "holdsMyNumber", "holds My Number", s => s.HoldsMyNumber)
            .Fact("サポート終了日", "supportEndsOn", "support ends on", s => s.SupportEnd);
    }

    private static void AddInitiatives(SchemaBuilder schema)
    {
        schema.Subject<TestInitiative>("取組", "initiative", "an initiative")
            .Under(i => i.Find<TestPolicy>(), policy => policy.Initiatives)
            .Ancestor(i => i.Find<TestPlan>())
            .Required("題名", "title", "title", i => i.Title)
            .Fact("状態", "status", "status", i => i.Status)
            .Fact("進捗", "progress", "progress", i => i.Progress, ratio: true)
            .FactList("区間", "phases", "phases", i => i.Phases);
        schema.Subject<TestPhase>("区間", "phase", "a phase")
            .Under(p => p.Find<TestInitiative>(), initiative => initiative.Phases)
            .Ancestor(p => p.Find<TestPolicy>())
            .Ancestor(p => p.Find<TestPlan>())
            .Required("題名", "title", "title", p => p.Title)
            .Default("種類", "kind", "kind", p => p.Kind)
            .Fact("状態", "status", "status", p => p.Status)
            .Fact("開始日", "start", "start", p => p.Start)
            .Fact("終了日", "end", "end", p => p.End)
            .Event("完了日", "completedOn", "completed on", p => p.Completed)
            .FactList("記録", "records", "records", p => p.Records)
            .Link("前段", "previous", "the phase before", p => p.Previous);
    }

    private static void AddKpis(SchemaBuilder schema)
    {
        schema.Subject<TestKpi>("指標", "kpi", "a KPI")
            .Under(k => k.Find<TestPolicy>(), policy => policy.Kpis, optional: true)
            .Under(k => k.Find<TestPlan>(), plan => plan.Kpis)
            .Required("題名", "title", "title", k => k.Title)
            .Fact("種類", "kind", "kind", k => k.Kind)
            .Fact("増加が良い", "higherIsBetter", "whether higher is better", k => k.HigherIsBetter)
            .Fact("集計方法", "aggregation", "aggregation", k => k.Aggregation)
            .Fact("単位", "unit", "unit", k => k.Unit)
            .FactList("系列", "series", "series", k => k.Series);
        schema.Subject<TestSeries>("系列", "series", "a series")
            .Under(s => s.Find<TestKpi>(), kpi => kpi.Series)
            .Ancestor(s => s.Find<TestPolicy>(), optional: true)
            .Ancestor(s => s.Find<TestPlan>())
            .Required("題名", "title", "title", s => s.Title)
            .Event("段階", "stage", "stage", s => s.Stage)
            .Fact("現況値", "baseline", "baseline", s => s.Baseline)
            .Fact("目標", "target", "target", s => s.Target)
            .FactList("実績", "actuals", "actuals", s => s.Actuals)
            .Link("最新実績", "latestActual", "latest actual", s => s.Latest)
            .Measure("現況値からの改善", "improvementOnBaseline", "improvement on the baseline", new("最新実績 − 現況値", "latest actual − baseline"), s => s.ImprovementOnBaseline);
    }

    private static void AddParts(SchemaBuilder schema)
    {
        schema.Part<TestAction>("改善策", "action", "an action")
            .OptionalText("担当", "owner", "owner", a => a.Owner)
            .Fact("期限", "dueOn", "due on", a => a.Due)
            .Event("反映年度", "carriedTo", "carried to", a => a.CarriedTo);
        schema.Part<TestRecord>("記録", "record", "a record")
            .Required("年度", "fiscalYear", "fiscal year", r => r.FiscalYear)
            .Fact("件数", "count", "count", r => r.Count)
            .Event("記録日", "on", "on", r => r.On);
        schema.Part<TestBaseline>("現況値", "baseline", "a baseline")
            .Required("値", "value", "value", b => b.Value)
            .Required("年度", "fiscalYear", "fiscal year", b => b.FiscalYear);
        schema.Part<TestTarget>("目標", "target", "a target")
            .Fact("値", "value", "value", t => t.Value)
            .Fact("年度", "fiscalYear", "fiscal year", t => t.FiscalYear);
        schema.Part<TestActual>("実績", "actual", "an actual")
            .Required("年度", "fiscalYear", "fiscal year", a => a.FiscalYear)
            .Fact("値", "value", "value", a => a.Value, unit: a => a.Series!.Find<TestKpi>()!.Unit)
            .Link("前年", "previousYear", "the year before", a => a.PreviousYear);
    }
}
