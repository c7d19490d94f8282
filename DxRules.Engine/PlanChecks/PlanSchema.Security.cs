using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks;

/// <summary>管理策, システム, 委託, 監査, 監査指摘, 事案, セキュリティ方針, 役職.</summary>
internal static partial class PlanSchema
{
    private static void DeclareSecurity(SchemaBuilder schema)
    {
        DeclareControls(schema);
        DeclareSystems(schema);
        DeclareAuditsAndIncidents(schema);
        schema.Subject<SecurityPolicyNode>("セキュリティ方針", "securityPolicy", T("情報セキュリティポリシーとサイバーセキュリティ方針", "the security policy and the cybersecurity policy"))
            .In(Security)
            .Identified()
            .Under(s => s.Plan, (PlanNode p) => p.SecurityPolicy is { } policy ? [policy] : null)
            .Event("最終見直し日", "lastReviewedOn", T("情報セキュリティポリシーを最後に見直した日", "the day the security policy was last reviewed"), s => s.LastReviewedOn)
            .FactList("根拠法令", "legalBases", T("情報セキュリティポリシーが拠る法令など", "what the security policy rests on"), s => s.LegalBases)
            .Event("策定日", "adoptedOn", T("サイバーセキュリティ方針を定めた日", "the day the cybersecurity policy was adopted"), s => s.AdoptedOn)
            .Event("公表日", "publishedOn", T("サイバーセキュリティ方針を公表した日", "the day the cybersecurity policy was published"), s => s.PublishedOn)
            .Fact("ネットワークモデル", "networkModel", T("三層の対策の型（α・α′・β・β′）", "the model of network separation (α, α′, β, β′)"), s => s.Record.NetworkModel)
            .WithActions();
        schema.Part<LegalBasis>("根拠法令", "legalBasis", T("方針が拠る法令など", "a law or guideline on which a policy rests"))
            .In(Security)
            .Required("題名", "title", T("法令などの題名", "its title"), l => l.Title)
            .Fact("改正日", "amendedOn", T("最後に改正された日", "the day it was last amended"), l => l.AmendedOn.Day());
        schema.Subject<OfficerNode>("役職", "officer", T("CISOなどセキュリティの役職", "a security role such as the CISO"))
            .In(Security)
            .Identified()
            .Under(o => o.Plan, (PlanNode p) => p.Officers)
            .Required("役割", "role", T("役職の名", "the name of the role"), o => o.Record.Role)
            .Event("充て職", "holder", T("役割を担う職（人の名ではない）", "the post that holds the role, never a person's name"), o => o.Record.Holder)
            .Fact("就任日", "since", T("その職が担い始めた日", "since when"), o => o.Record.Since.Day())
            .WithActions();
        schema.Part<Agreement>("協定", "agreement", T("災害などの協定", "an agreement, as for disasters"))
            .In(Security)
            .Required("ID", "id", T("協定の識別子", "its id"), a => a.Id)
            .Required("題名", "title", T("協定の題名", "its title"), a => a.Title)
            .Fact("終了日", "endsOn", T("協定の最後の日", "its last day"), a => a.EndsOn.Day());
        schema.Part<DataRelease>("データ公開", "dataRelease", T("個人に関わるデータの公開", "a release of data about persons"))
            .In(Security)
            .Required("ID", "id", T("公開の識別子", "its id"), d => d.Id)
            .Required("公開日", "on", T("公開した日", "the day of the release"), d => d.On.Day)
            .Event("匿名加工の確認日", "anonymisationCheckedOn", T("個人を特定できないことを確かめた日", "the day on which it was checked that nobody can be told"), d => d.AnonymisationCheckedOn.Day());
    }

    private static void DeclareControls(SchemaBuilder schema)
    {
        schema.Subject<ControlNode>("管理策", "control", T("セキュリティの管理策", "a security control"))
            .In(Security)
            .Identified()
            .Under(c => c.Plan, (PlanNode p) => p.Controls)
            .OptionalText("目録番号", "catalogue", T("管理策の目録での番号（C36など）", "its entry in the catalogue, such as C36"), c => c.Record.Catalogue)
            .OptionalText("章", "chapter", T("ガイドラインの章", "the chapter of the guideline"), c => c.Record.Chapter)
            .Fact("機能", "function", T("統治・特定・予防・検知・対処・復旧の別", "govern, identify, prevent, detect, respond or recover"), c => c.Record.Function)
            .Default("必須", "required", T("必ず行う管理策か", "whether it must be implemented"), c => c.Record.Required)
            .Fact("状態", "status", T("実施の状態", "how far it is implemented"), c => c.Record.Status)
            .Fact("値", "value", T("実施の度合いの値", "the figure reached"), c => c.Record.Value, unit: c => c.Record.Unit)
            .Fact("目標水準", "goal", T("達すべき値", "the figure to be reached"), c => c.Record.Goal, unit: c => c.Record.Unit)
            .OptionalText("単位", "unit", T("値の単位", "what the figures are counted in"), c => c.Record.Unit)
            .Fact("方向", "direction", T("大きいほどよいか、小さいほどよいか", "whether more or less is better"), c => c.Record.Direction)
            .Event("最終見直し日", "lastReviewedOn", T("最後に見直した日", "the day it was last reviewed"), c => c.Record.LastReviewedOn.Day())
            .Event("最終確認日", "lastConfirmedOn", T("証跡の実施日と最終見直し日のうち最も新しい日", "the newest of the days of its evidence and its last review"), c => c.LastConfirmedOn)
            .Fact("見直しの間隔月数", "reviewEveryMonths", T("見直すべき間隔の月数", "months after which it is to be reviewed"), c => c.Record.ReviewEveryMonths)
            .Link("担当", "owner", T("受け持つ課", "the department that answers for it"), c => c.Owner)
            .FactList("証跡", "evidence", T("実施を示すもの", "what shows that it is implemented"), c => c.Evidence)
            .WithActions();
        schema.Part<ControlEvidence>("証跡", "evidence", T("管理策の実施を示すもの", "what shows that a control is implemented"))
            .In(Security)
            .Required("ID", "id", T("証跡の識別子", "its id"), e => e.Id)
            .Required("種類", "kind", T("文書・日付・真偽・割合・件数の別", "document, date, flag, ratio or count"), e => e.Kind)
            .Required("題名", "title", T("証跡の題名", "its title"), e => e.Title)
            .Event("実施日", "on", T("証跡の日", "its day"), e => e.On.Day())
            .Fact("値", "value", T("証跡の値", "its figure"), e => e.Value);
    }

    private static void DeclareSystems(SchemaBuilder schema)
    {
        schema.Subject<SystemNode>("システム", "system", T("情報システム", "an information system"))
            .In(Security)
            .Identified()
            .Under(s => s.Plan, (PlanNode p) => p.Systems)
            .Required("名称", "name", T("システムの名", "its name"), s => s.Record.Name)
            .Link("担当", "owner", T("受け持つ課", "the department that answers for it"), s => s.Owner)
            .Fact("領域", "segment", T("三層のどの領域にあるか", "the network segment in which it stands"), s => s.Record.Segment)
            .Fact("設置形態", "hosting", T("庁内・クラウドなどの別", "where it is hosted"), s => s.Record.Hosting)
            .Fact("稼働中", "inUse", T("使っているか", "whether it is in use"), s => s.Record.InUse)
            .Fact("重要", "critical", T("止まると業務が止まるか", "whether work stops when it stops"), s => s.Record.Critical)
            .Fact("冗長化", "redundant", T("冗長化されているか", "whether a second one can take over"), s => s.Record.Redundant)
            .Fact("マイナンバー保管", "holdsMyNumber", T("マイナンバーを保管しているか", "whether it keeps MyNumber data"), s => s.Record.HoldsMyNumber)
            .Fact("個人情報保管", "holdsPersonalData", T("個人情報を保管しているか", "whether it keeps personal data"), s => s.Record.HoldsPersonalData)
            .Fact("新技術", "newTechnology", T("生成AIなどの新しい技術を使うか", "whether it uses new technology such as generative AI"), s => s.Record.NewTechnology)
            .Event("調達日", "procuredOn", T("調達した日", "the day it was procured"), s => s.Record.ProcuredOn.Day())
            .Fact("審査状況", "reviewStatus", T("システム審査の状況", "how its review stands"), s => s.Record.ReviewStatus)
            .Event("審査日", "reviewedOn", T("システム審査を受けた日", "the day it was reviewed"), s => s.Record.ReviewedOn.Day())
            .Fact("サポート終了日", "supportEndsOn", T("サポートが終わる日", "the last day of support"), s => s.Record.SupportEndsOn.Day())
            .Fact("更新年度", "renewalFiscalYear", T("更新する予定の年度", "the fiscal year in which it is to be renewed"), s => s.Record.RenewalFiscalYear)
            .Event("復元試験日", "lastRestoreTestOn", T("最後にバックアップの復元を試した日", "the day a restore was last tested"), s => s.Record.LastRestoreTestOn.Day())
            .WithActions();
        schema.Subject<ContractNode>("委託", "contract", T("外部委託の契約", "an outsourcing contract"))
            .In(Security)
            .Identified()
            .Under(c => c.Plan, (PlanNode p) => p.Contracts)
            .OptionalText("委託先", "vendor", T("委託の相手", "with whom"), c => c.Record.Vendor)
            .Link("担当", "owner", T("受け持つ課", "the department that answers for it"), c => c.Owner)
            .Fact("開始日", "startsOn", T("契約の最初の日", "its first day"), c => c.Record.StartsOn.Day())
            .Fact("終了日", "endsOn", T("契約の最後の日", "its last day"), c => c.Record.EndsOn.Day())
            .Fact("個人情報取扱", "personalData", T("個人情報を扱うか", "whether it touches personal data"), c => c.Record.PersonalData)
            .Fact("セキュリティ条項", "securityClause", T("契約にセキュリティの条項があるか", "whether it has a security clause"), c => c.Record.SecurityClause)
            .Fact("再委託", "subcontracting", T("再委託の有無と承認", "whether work is subcontracted, and approved"), c => c.Record.Subcontracting)
            .Event("最終確認日", "lastCheckedOn", T("最後に実施状況を確かめた日", "the day it was last checked"), c => c.Record.LastCheckedOn.Day())
            .WithActions();
    }

    private static void DeclareAuditsAndIncidents(SchemaBuilder schema)
    {
        schema.Subject<AuditNode>("監査", "audit", T("情報セキュリティ監査", "a security audit"))
            .In(Security)
            .Identified()
            .Under(a => a.Plan, (PlanNode p) => p.Audits)
            .Required("実施日", "on", T("監査した日", "the day of the audit"), a => a.Record.On.Day)
            .Required("種類", "kind", T("内部監査か外部監査か", "internal or external"), a => a.Record.Kind)
            .FactList("対象課", "departments", T("監査を受けた課", "the departments audited"), a => a.Departments)
            .FactList("監査指摘", "findings", T("監査で指摘されたこと", "what it found"), a => a.Findings)
            .WithActions();
        schema.Subject<FindingNode>("監査指摘", "finding", T("監査で指摘されたこと", "something an audit found"))
            .In(Security)
            .Identified()
            .Ancestor(f => f.Plan)
            .Under(f => f.Audit, (AuditNode a) => a.Findings)
            .Required("等級", "grade", T("重大な不適合・軽微な不適合・観察事項の別", "major, minor or observation"), f => f.Record.Grade)
            .Required("指摘日", "raisedOn", T("指摘された日", "the day it was raised"), f => f.Record.RaisedOn.Day)
            .Fact("期限", "dueOn", T("是正すべき日", "the day by which it is to be put right"), f => f.Record.DueOn.Day())
            .Event("是正日", "closedOn", T("是正を終えた日", "the day it was put right"), f => f.Record.ClosedOn.Day())
            .WithActions();
        schema.Subject<IncidentNode>("事案", "incident", T("情報セキュリティの事案", "a security incident"))
            .In(Security)
            .Identified()
            .Under(i => i.Plan, (PlanNode p) => p.Incidents)
            .Required("発覚日", "discoveredOn", T("知った日", "the day it was discovered"), i => i.Record.DiscoveredOn.Day)
            .Fact("不正目的", "malicious", T("不正の目的によるものか", "whether somebody meant harm"), i => i.Record.Malicious)
            .Fact("報告対象", "reportable", T("法令により報告を要するか", "whether the law asks for a report"), i => i.Record.Reportable)
            .Event("速報日", "preliminaryReportedOn", T("速報をした日", "the day of the preliminary report"), i => i.Record.PreliminaryReportedOn.Day())
            .Event("確報日", "finalReportedOn", T("確報をした日", "the day of the final report"), i => i.Record.FinalReportedOn.Day())
            .Event("終結日", "closedOn", T("対応を終えた日", "the day it was closed"), i => i.Record.ClosedOn.Day())
            .WithActions();
    }
}
