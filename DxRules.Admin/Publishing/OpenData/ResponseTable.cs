using DxRules.Admin.Data;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using static DxRules.Admin.Publishing.OpenData.OpenDataColumns;

namespace DxRules.Admin.Publishing.OpenData;

/// <summary>What is done: about what the check found, or as an action that goes on into the next year.</summary>
internal sealed record ResponseDataRow(PublicationHead Head, string? SubjectTitle, PublicResponse? Response, PublicAction? Action);

/// <summary>responses.csv: an answer to what the check found, or an action that goes on into the next year, a row.</summary>
internal static class ResponseTable
{
    public static readonly OpenDataTable<ResponseDataRow> Table = new("responses.csv", new("点検への対応と改善策", "Responses and actions"),
    [
        .. First<ResponseDataRow>(row => row.Head, row => row.Response?.Key ?? row.Action!.Id, row => row.SubjectTitle, new("対応又は改善策のID", "Id of the response or action"), new("何についての対応か", "What it is about")),
        Text<ResponseDataRow>("対象ID", "subjectId", "施策、取組又は指標のID。計画全体についてのものは空。", "Id of a policy, initiative or KPI; empty where it is about the plan.", row => row.Response is { } response ? response.Subject : row.Action!.Subject),
        Word<ResponseDataRow, Severity>("重大度", "severity", "点検で見つかったことの重さ。改善策の行では空。", "How grave what the check found is; empty for an action.", row => row.Response?.Severity),
        Text<ResponseDataRow>("点検の結果", "finding", "点検で見つかったこと。改善策の行では空。", "What the check found, in Japanese; empty for an action.", row => row.Response?.Finding.Ja),
        Word<ResponseDataRow, AnswerDecision>("対応の区分", "decision", "見つかったことにどう応えるか。改善策の行では空。", "How it is responded to; empty for an action.", row => row.Response?.Decision),
        Text<ResponseDataRow>("原因", "cause", "担当課の考える原因。", "The cause, as the department sees it.", row => row.Response?.Cause),
        Text<ResponseDataRow>("対応の内容", "text", "行うこと。", "What is done.", row => row.Response?.Text ?? row.Action?.Action),
        Text<ResponseDataRow>("担当課", "owner", "行う課。", "Who does it.", row => row.Response is { } response ? response.Owner : row.Action!.Owner),
        Date<ResponseDataRow>("期限", "dueOn", "いつまでに行うか。月までしか決まっていないときは、その月の末日。", "By when; the last day of the month where only the month is known.", row => row.Response is { } response ? response.DueOn : row.Action!.DueOn),
        Word<ResponseDataRow, ActionStatus>("改善策の状態", "status", "改善策がどうなっているか。対応の行では空。", "How an action stands; empty for a response.", row => row.Action?.Status),
        Whole<ResponseDataRow>("繰越元の年度", "fromFiscalYear", "前の点検から繰り越した改善策では、その点検の対象年度。", "For an action carried over: the year under review from which it comes.", row => row.Action?.FromYear),
    ],
    RowsOf);

    private static IEnumerable<ResponseDataRow> RowsOf(ApprovedPublication publication)
    {
        var content = publication.Content;
        var titles = content.Policies.SelectMany(policy => policy.Initiatives.Select(initiative => (initiative.Id, initiative.Title)).Append((policy.Id, policy.Title)))
            .Concat(content.Kpis.Select(kpi => (kpi.Id, kpi.Title))).ToDictionary(StringComparer.Ordinal);
        return content.Responses.Select(response => new ResponseDataRow(content.Head, response.Subject is { } id ? titles.GetValueOrDefault(id) : content.Head.PlanTitle, response, null))
            .Concat(content.Actions.Select(action => new ResponseDataRow(content.Head, action.SubjectTitle, null, action)));
    }
}
