namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>DX820 to DX829: backups of a site's data.</summary>
internal static partial class DiagnosticCatalogue
{
    private static DiagnosticEntry[] Backups =>
    [
        Told("DX820", T("バックアップのファイルではない、又は途中で切れている。", "The file is no backup, or is cut off."),
            T("`dxrules backup` で作ったファイルを指定する。切れているときは、ほかのバックアップを使う。", "Name a file that `dxrules backup` made; where it is cut off, use another one."),
            T("途中までしか写せなかった .dxbackup。", "A .dxbackup of which only the beginning was copied.")),
        Told("DX821", T("バックアップの目録（manifest.json）が読めない。", "The manifest of a backup cannot be read."),
            T("作ったときと同じか新しい dxrules を使う。", "Use the dxrules that made it, or a newer one."),
            T("手で書き換えた manifest.json。", "A manifest.json changed by hand.")),
        Told("DX822", T("バックアップの中身のSHA-256が、作ったときと違う。", "The content of a backup has another SHA-256 than when it was made."),
            T("ほかのバックアップを使う。", "Use another backup."),
            T("壊れたディスクから写した .dxbackup。", "A .dxbackup copied from a failing disk.")),
        Told("DX823", T("データベースのファイルが壊れている。", "The database file is damaged."),
            T("壊れる前のバックアップから復元する。", "Restore a backup from before."),
            T("ディスクの故障で一部が失われた dxrules.db のバックアップ。", "A backup of a dxrules.db that a failing disk lost a part of.")),
        Told("DX824", T("より新しい dxrules のデータである。", "The data are of a newer dxrules."),
            T("新しい dxrules を使う。", "Use the newer dxrules."),
            T("更新したサイトのバックアップを、更新していない端末で復元しようとした。", "Restoring, on a machine that was not updated, the backup of a site that was.")),
        Told("DX825", T("バックアップの監査記録が改ざんされている。", "The audit log in a backup was tampered with."),
            T("改ざんの前のバックアップを使う。承知のうえなら --despite-tampering を付ける。", "Use a backup from before, or add --despite-tampering if that is known."),
            T("監査記録の行が書き換えられたあとに作ったバックアップ。", "A backup made after a row of the audit log was changed.")),
        Told("DX826", T("見本のデータのバックアップを、サイトのデータにしようとした。", "A backup of the demonstration is to become the data of a site."),
            T("自分のサイトのバックアップを使う。", "Use a backup of the site itself."),
            T("`serve --demo` の画面で作ったバックアップ。", "A backup made on a page of `serve --demo`.")),
    ];
}
