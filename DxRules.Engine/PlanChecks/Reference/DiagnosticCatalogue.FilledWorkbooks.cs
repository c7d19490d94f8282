namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>DX670 to DX679: workbooks and tables of our own form, filled in and brought back.</summary>
internal static partial class DiagnosticCatalogue
{
    private static DiagnosticEntry[] FilledWorkbooks =>
    [
        Told("DX670", T("別の計画のブックである。", "A workbook belongs to another plan."),
            T("取り込む先の計画を選び直す。", "Choose the plan it belongs to."),
            T("前の計画の書式を、新しい計画に取り込もうとした。", "A form of the former plan taken into the new one.")),
        Told("DX671", T("どの版から作ったブックかを確かめられない。", "It cannot be told which version a workbook was made from."),
            T("新しい書式を書き出して記入する。シート「この書式について」を消すと、今の計画との違いとして取り込める。", "Export a new one. Without its first sheet it is compared with the plan as it is now."),
            T("別のところで作った書式。", "A form that was made elsewhere.")),
        Told("DX672", T("前の年の点検の書式である。", "A workbook was made for an earlier year's review."),
            T("新しい書式を書き出して記入する。", "Export a new one."),
            T("昨年度に配った書式に記入した。", "Last year's form, filled in this year.")),
        Told("DX673", T("計画が改定される前の書式である。", "A workbook was made before the plan was revised."),
            T("新しい書式を書き出して記入する。", "Export a new one."),
            T("中間見直しの前に配った書式。", "A form handed out before the midterm revision.")),
        Told("DX674", T("参考に載せた行が変わっている。", "A row that is there to be read was changed."),
            T("元に戻す。", "Put it back."),
            T("ほかの課の施策の題名を直した、課の書式。", "A department's form in which another department's policy was renamed.")),
        Told("DX675", T("情報セキュリティの内容が入っている。", "A workbook holds what lies under security."),
            T("情報セキュリティ担当者が取り込む。", "Let a security officer take it in."),
            T("情報セキュリティ担当者が書き出した書式を、DX推進担当が取り込もうとした。", "A security officer's form taken in by the DX office.")),
        Told("DX676", T("ZIPとして読めない。", "This cannot be read as a .zip archive."),
            T("CSVのファイルをまとめて圧縮し直す。", "Pack the CSV files anew."),
            T("途中で切れた.zip。", "A .zip that was cut off.")),
    ];
}
