using DxRules.Engine.Text;

namespace DxRules.Admin.Api;

/// <summary>What a status means to somebody who writes a program, and what to do.</summary>
internal static class ProblemTexts
{
    private static readonly Dictionary<int, (LocalizedText Title, LocalizedText Detail)> Texts = new()
    {
        [400] = (new("要求の書き方が正しくありません。", "The request is not well-formed."),
            new($"使えるパラメーターは {ApiPaths.Document} にあります。", $"{ApiPaths.Document} lists what may be asked.")),
        [401] = (new("有効なトークンがありません。", "There is no valid token."),
            new("Authorization: Bearer に、期限内で取り消されていないトークンを付けてください。サインインのクッキーでは使えません。", "Send a token that has neither expired nor been revoked in Authorization: Bearer. The cookie of a session does not open this.")),
        [403] = (new("このトークンではできません。", "This token may not do that."),
            new("必要なスコープは WWW-Authenticate にあります。管理者に、そのスコープを持つトークンを作ってもらってください。", "WWW-Authenticate names the scope that is needed. Ask an administrator for a token that has it.")),
        [404] = (new("ありません。", "There is no such thing."),
            new("存在しないか、このトークンの役割では見えません。", "It does not exist, or the role of this token does not see it.")),
        [405] = (new("この方法では求められません。", "This cannot be asked in that way."),
            new("使える方法は Allow にあります。", "Allow names the methods that can be used.")),
        [409] = (new("今は点検できません。", "Nothing can be checked now."),
            new("市の設定（プロファイル）が規則に合いません。DX推進担当課が、画面の「設定」で直すと使えます。", "The city's profile does not fit the rules. The DX office has to put it right on the page of the profile.")),
        [413] = (new("送られた文書が大きすぎます。", "What was sent is too large."),
            new($"計画の文書は {ApiLimits.PlanBytes / 1024 / 1024}MB までです。", $"A plan document may have up to {ApiLimits.PlanBytes / 1024 / 1024} MB.")),
        [415] = (new("この形式は読めません。", "This format cannot be read."),
            new("計画の文書（dxplan/1）を Content-Type: application/json で、圧縮せずに送ってください。", "Send a plan document (dxplan/1) with Content-Type: application/json, not compressed.")),
        [422] = (new("計画の文書として読めません。", "This cannot be read as a plan document."),
            new("errors に、どこをどう直すかがあります。", "See errors for where to put what right.")),
        [429] = (new("要求が多すぎます。", "Too many requests."),
            new("Retry-After の秒数だけ待ってから、もう一度求めてください。", "Wait for as many seconds as Retry-After says, then ask again.")),
        [500] = (new("サイトの中で失敗しました。", "Something failed inside the site."),
            new("もう一度試し、続くようなら、時刻を添えて管理者に知らせてください。", "Try again; if it goes on, tell the administrator the time.")),
        [503] = (new("時間内に終わりませんでした。", "It did not end in time."),
            new($"点検にかけられるのは {ApiLimits.CheckTime.TotalSeconds:0} 秒までです。", $"A check may take {ApiLimits.CheckTime.TotalSeconds:0} seconds.")),
    };

    public static (LocalizedText Title, LocalizedText Detail)? Of(int status) => Texts.TryGetValue(status, out var text) ? text : null;
}
