using System.Text;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What cities call their columns. Words are compared without width, spaces, line breaks and marks.</summary>
internal static class HeadingWords
{
    private static readonly (ImportField Field, string Words)[] Known =
    [
        (ImportField.Id, "ID 識別子 コード 管理番号 指標ID KPIID 施策ID 取組ID"),
        (ImportField.PolicyNumber, "施策番号 施策No 施策コード 基本施策番号 施策の番号 policynumber"),
        (ImportField.PolicyTitle, "施策 施策名 施策名称 施策の名称 基本施策 基本施策名 重点施策 施策項目 施策の方向性 policy policytitle"),
        (ImportField.InitiativeNumber, "取組番号 取組No 取り組み番号 事業番号 事業No 取組の番号 具体的取組番号 initiativenumber"),
        (ImportField.InitiativeTitle, "取組 取組名 取組名称 取組項目 取組事項 取り組み 取り組み名 具体的取組 具体的な取組 具体的な取組名 主な取組 個別取組 事業 事業名 事業名称 事務事業名 initiative initiativetitle"),
        (ImportField.KpiTitle, "指標 指標名 指標名称 指標項目 KPI KPI名 KPI名称 KPI項目 KPI指標 KPI指標名 成果指標 成果指標名 活動指標 活動指標名 評価指標 目標指標 数値目標 数値目標名 重要業績評価指標 重要業績評価指標KPI 指標KPI 指標名KPI indicator kpititle"),
        (ImportField.Segment, "区分 系列 内訳 対象区分 指標の区分 segment"),
        (ImportField.StepTitle, "工程 工程名 工程項目 工程の名称 工程期日 工程期日名 工程期日の名称 期日名 期日の名称 節目名 マイルストーン 節目 区間 段階 作業 作業項目 作業内容 スケジュール項目 milestone phase step"),
        (ImportField.DepartmentName, "所属名称 所属名 所属 課名 課 室課 課室 課室名 部署 部署名 組織名 組織 departmentname"),
        (ImportField.MunicipalityCode, "団体コード 市区町村コード 市町村コード 全国地方公共団体コード 地方公共団体コード 自治体コード 都道府県コード又は市区町村コード 標準地域コード municipalitycode"),
        (ImportField.MunicipalityName, "団体名 市区町村名 市区町村 市町村名 市町村 自治体名 自治体 地方公共団体名 都市名 市名 municipality municipalityname"),
        (ImportField.Year, "年度 年 年次 西暦 会計年度 対象年度 実績年度 実績値年度 実績の年度 era year fiscalyear"),
        (ImportField.Division, "部 局 部局 部局名 部名 局名 担当部 担当部局 担当部局名 所管部 所管部局 division"),
        (ImportField.Department, "担当課 担当課名 担当課室 担当課室名 担当 担当部署 担当部署名 担当所属 所管課 所管課名 所管課室 所管 所管部署 所管所属 実施課 実施主体 推進課 department"),
        (ImportField.LeadDepartment, "主管課 主管課名 主管 主管部署 主担当 主担当課 主担当課名 主担当部署 担当課主 所管課主 所管課主担当 幹事課 取りまとめ課 とりまとめ課 leaddepartment"),
        (ImportField.SupportingDepartments, "関係課 関係課名 関係課等 関係課室 関係部署 関係所属 関係所管課 関連課 関連課名 連携課 協力課 副担当 副担当課 担当課関係 担当課副 所管課関係 所管課関係課 supportingdepartments"),
        (ImportField.Definition, "定義 指標の定義 指標の説明 指標説明 算出方法 算定方法 算出式 算定式 計算式 算出根拠 definition"),
        (ImportField.Unit, "単位 指標の単位 unit"),
        (ImportField.KpiKind, "指標の種類 指標種類 指標種別 指標区分 活動成果 活動成果の別 kind"),
        (ImportField.Aggregation, "累計年間 年間累計 累計年間の別 累計単年 単年累計 累計単年度 単年度累計 累計単年の別 集計方法 集計区分 aggregation"),
        (ImportField.Direction, "方向 望ましい方向 目指す方向 目標の方向 増減 増減の別 増減の方向 direction"),
        (ImportField.Baseline, "現況値 現況 現状値 現状 基準値 基準 当初値 初期値 策定時 策定時の値 策定時値 計画策定時 計画策定時の値 計画策定時値 計画当初値 ベースライン baseline"),
        (ImportField.BaselineYear, "現況年度 現況値年度 現況値の年度 現状年度 現状値年度 基準年度 基準年 基準値年度 策定時年度 baselineyear"),
        (ImportField.Target, "目標値 目標 目標数値 最終目標 最終目標値 計画目標 計画目標値 到達目標 達成目標 target"),
        (ImportField.TargetYear, "目標年度 目標年 目標年次 目標値年度 目標値の年度 達成年度 達成目標年度 達成予定年度 targetyear"),
        (ImportField.AnnualTarget, "年度目標 年度目標値 単年度目標 単年度目標値 各年度目標 年次目標 中間目標 中間目標値 計画値 annualtarget"),
        (ImportField.Actual, "実績値 実績 見込 見込値 実績見込 実績見込値 速報 速報値 実績数値 年度実績値 年度末実績 年度末実績値 年度末 現在値 直近値 最新値 達成値 年度値 actual value"),
        (ImportField.ActualAsOf, "時点 実績時点 実績値時点 実績の時点 測定時点 調査時点 調査日 測定日 基準日 asof"),
        (ImportField.ActualStatus, "確定速報 確定速報の別 速報確定 速報確定の別 確定見込 確定見込の別 値の状態 実績の状態 actualstatus"),
        (ImportField.ActualNote, "備考 実績備考 実績の備考 注記 補足 特記事項 note"),
        (ImportField.Description, "取組内容 取組概要 取組の内容 取組の概要 事業内容 事業概要 概要 内容 description"),
        (ImportField.Status, "進捗区分 状況 進捗状況 進捗の状況 進捗 進捗評価 状態 ステータス 実施状況 実施区分 取組状況 status"),
        (ImportField.Progress, "進捗率 進捗割合 進捗度 完了率 progress"),
        (ImportField.Planned, "年度計画 年度計画予定 年度予定 計画 計画予定 計画内容 予定 実施計画 実施予定 取組計画 取組予定 年度の計画 年度の取組予定 今年度の計画 当該年度の計画 planned"),
        (ImportField.Done, "年度実績 年度の実績 年度の取組実績 取組実績 取組結果 取組の実績 取組における進捗状況 取組の進捗状況 実施内容 実施実績 実施結果 実績内容 活動実績 進捗内容 done"),
        (ImportField.DelayReason, "遅れの理由 遅れ理由 遅れている理由 遅延理由 遅延の理由 未達理由 未達の理由 未達成の理由 遅れの理由等 delayreason"),
        (ImportField.Issues, "課題 課題等 課題問題点 問題点 問題点課題 問題点等 現状と課題 課題問題点等 issues"),
        (ImportField.NextYear, "次年度の対応 次年度対応 次年度の取組 次年度の取組予定 次年度の予定 次年度以降の対応 次年度以降の取組 翌年度の取組 翌年度の対応 翌年度の予定 来年度の取組 来年度の予定 今後の対応 今後の取組 今後の予定 今後の方針 今後の方向性 nextyear"),
        (ImportField.ReportedOn, "更新日 更新年月日 最終更新日 記入日 記入年月日 報告日 回答日 入力日 記載日 reportedon"),
        (ImportField.Budget, "予算額 予算 当初予算 当初予算額 予算現額 最終予算額 事業費予算 計画額 budget"),
        (ImportField.Settled, "決算額 決算 決算見込額 執行額 支出済額 事業費決算 settled"),
        (ImportField.Span, "期間 実施期間 取組期間 事業期間 予定期間 計画期間 実施時期 period"),
        (ImportField.Start, "開始 開始日 開始年月 開始年度 開始時期 開始予定 開始予定日 着手予定 着手予定日 着手時期 start"),
        (ImportField.End, "終了 終了日 終了年月 終了年度 終了時期 終了予定 終了予定日 完了予定 完了予定日 完了時期 完了予定時期 期限 期日 予定日 達成期限 納期 end due"),
        (ImportField.StartedOn, "着手日 着手年月日 着手実績 着手実績日 開始実績 開始実績日 実際の開始日 startedon"),
        (ImportField.CompletedOn, "完了日 完了年月日 完了実績 完了実績日 終了実績 終了実績日 実績日 実施日 completedon"),
        (ImportField.ForecastEnd, "完了見込 完了見込日 完了見込時期 終了見込 終了見込日 見込日 見込時期 forecastend"),
        (ImportField.From, "設置日 設置年月日 新設日 設置時期"),
        (ImportField.To, "廃止日 廃止年月日 廃止時期"),
    ];

    private static readonly Dictionary<string, ImportField> Fields = Known
        .SelectMany(entry => entry.Words.Split(' ').Select(word => (Key: TextKeys.Key(word), entry.Field)))
        .DistinctBy(word => word.Key, StringComparer.Ordinal)
        .ToDictionary(word => word.Key, word => word.Field, StringComparer.Ordinal);

    /// <summary>Headings of a number, which mean that of the rows, whatever these are.</summary>
    private static readonly HashSet<string> Numbers = [.. new[] { "番号", "No", "項番", "整理番号", "通し番号", "連番" }.Select(TextKeys.Key)];

    /// <summary>What a heading says; <see cref="ImportField.Ignored"/> where that is not known.</summary>
    /// <param name="all">The headings of the table: what several have in front is a heading above them all.</param>
    public static ImportField Find(string heading, IEnumerable<string> all)
    {
        var key = TextKeys.Key(heading);
        if (Fields.TryGetValue(key, out var field))
            return field;
        for (var start = 1; start < key.Length - 1; start++)
        {
            if (Fields.TryGetValue(key[start..], out field) && all.Count(other => TextKeys.Key(other).StartsWith(key[..start], StringComparison.Ordinal)) > 1)
                return field;
        }
        return ImportField.Ignored;
    }

    public static bool IsNumber(string heading) => Numbers.Any(word => TextKeys.Key(heading).EndsWith(word, StringComparison.Ordinal));

    /// <summary>The same for the same headings in the same order.</summary>
    public static string Hash(IEnumerable<string> headings)
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', headings.Select(TextKeys.Key)));
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text))[..16];
    }
}
