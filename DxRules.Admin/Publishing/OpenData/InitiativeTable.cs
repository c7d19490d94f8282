using DxRules.Engine.Plans;
using static DxRules.Admin.Publishing.OpenData.OpenDataColumns;

namespace DxRules.Admin.Publishing.OpenData;

internal sealed record InitiativeDataRow(PublicationHead Head, PublicPolicy Policy, PublicInitiative Initiative);

/// <summary>initiatives.csv: an initiative a row.</summary>
internal static class InitiativeTable
{
    public static readonly OpenDataTable<InitiativeDataRow> Table = new("initiatives.csv", new("取組", "Initiatives"),
    [
        .. First<InitiativeDataRow>(row => row.Head, row => row.Initiative.Id, row => row.Initiative.Title, new("取組のID", "Id of the initiative"), new("取組の名称", "Title of the initiative")),
        Text<InitiativeDataRow>("施策ID", "policyId", "取組が属する施策のID。policies.csvのID。", "Id of its policy, as in policies.csv.", row => row.Policy.Id),
        Text<InitiativeDataRow>("取組番号", "number", "計画に書かれた番号。", "As it stands in the plan.", row => row.Initiative.Number),
        Text<InitiativeDataRow>("内容", "description", "取組の内容。", "What it is.", row => row.Initiative.Description),
        .. Departments<InitiativeDataRow>(row => row.Initiative.Departments),
        Word<InitiativeDataRow, WorkStatus>("状態", "status", "対象年度の終わりの状態。分からないときは空。", "How it stood at the end of the year under review; empty where nobody knows.", row => row.Initiative.Status),
        Number<InitiativeDataRow>("進捗率", "progress", "どこまで進んだか。担当課の報告による。", "How far it got, as the department reports.", row => row.Initiative.Progress, Share),
        Date<InitiativeDataRow>("開始日", "start", "計画上の最初の工程の始まり。", "Of its first phase, as planned.", row => row.Initiative.Start),
        Date<InitiativeDataRow>("終了日", "end", "計画上の最後の工程の終わり。", "Of its last phase, as planned.", row => row.Initiative.End),
        .. Grade<InitiativeDataRow>(row => row.Initiative.Grade),
        Text<InitiativeDataRow>("実施したこと", "done", "対象年度に実施したこと。", "What was done in the year under review.", row => row.Initiative.Done),
        Text<InitiativeDataRow>("遅れの理由", "delayReason", "遅れているときは、その理由。", "Why it is late, where it is.", row => row.Initiative.DelayReason),
        Text<InitiativeDataRow>("課題", "issues", "残った課題。", "What remains a problem.", row => row.Initiative.Issues),
        Text<InitiativeDataRow>("次年度の取組", "nextYear", "次の年度に行うこと。", "What is to be done in the next year.", row => row.Initiative.NextYear),
    ],
    publication => publication.Content.Policies.SelectMany(policy => policy.Initiatives, (policy, initiative) => new InitiativeDataRow(publication.Content.Head, policy, initiative)));
}
