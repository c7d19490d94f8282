using DxRules.Engine.Text;

namespace DxRules.Admin.Keeping;

/// <summary>DX820–DX829: backups. The wording of every such message stands here.</summary>
internal static class BackupProblems
{
    public static Diagnostic NoBackup(string file) => Error("DX820", file,
        new("バックアップのファイルではありません。", "This is no backup."),
        new("dxrules backup で作ったファイル（.dxbackup）を指定してください。", "name a file that dxrules backup made (.dxbackup)."));

    public static Diagnostic Incomplete(string file) => Error("DX820", file,
        new("ファイルが途中で切れているか、壊れています。", "The file is cut off or damaged."),
        AnotherBackup);

    public static Diagnostic WrongManifest(string file) => Error("DX821", file,
        new($"{BackupManifest.FileName} が {BackupManifest.FormatName} の形ではありません。", $"{BackupManifest.FileName} is not of the form {BackupManifest.FormatName}."),
        new("新しい版の dxrules が作ったものか、書き換えられています。", "a newer dxrules made it, or somebody changed it."));

    public static Diagnostic Changed(string file, BackupPart part, string found) => Error("DX822", file,
        new($"{part.Name} の中身が、作ったときと違います（SHA-256 は {part.Sha256} のはずが {found}）。",
            $"{part.Name} is not what it was when the backup was made (its SHA-256 was {part.Sha256} and is {found})."),
        AnotherBackup);

    public static Diagnostic Damaged(string file, string where) => Error("DX823", file,
        new($"データベースが壊れています: {where}", $"The database is damaged: {where}"),
        new("壊れる前のバックアップから復元してください。", "restore a backup from before."));

    public static Diagnostic Newer(string file, string made, string migration, string own) => Error("DX824", file,
        new($"より新しい dxrules {made} のものです（{migration}）。この dxrules {own} では使えません。",
            $"It is of a newer dxrules, {made} ({migration}), and cannot be used by this one, {own}."),
        new("新しい dxrules を使ってください。", "use the newer dxrules."));

    public static Diagnostic Tampered(string file, LocalizedText verdict) => Error("DX825", file, verdict,
        new("ほかのバックアップを使うか、承知のうえで復元するときは --despite-tampering を付けてください。", "use another backup, or add --despite-tampering to restore it all the same."));

    public static Diagnostic OfDemonstration(string file) => Error("DX826", file,
        new("見本のデータのバックアップです。", "This is a backup of the demonstration."),
        new("だれもが知るパスワードの利用者がいるので、サイトのデータにはできません。", "its people have passwords known to all, so it cannot become the data of a site."));

    private static readonly LocalizedText AnotherBackup = new("ほかのバックアップを使ってください。", "use another backup.");

    private static Diagnostic Error(string code, string file, LocalizedText message, LocalizedText hint) =>
        new(code, DiagnosticSeverity.Error, message, new SourceText(file, ""), default, hint);
}
