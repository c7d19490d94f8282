using DxRules.Engine.Text;
using Microsoft.Data.Sqlite;

namespace DxRules.Admin.Keeping;

/// <summary>What an operator does about a database that cannot be used, by what SQLite says of it.</summary>
internal static class SqliteTrouble
{
    public const int Busy = 5;
    public const int Locked = 6;
    public const int ReadOnly = 8;
    public const int InputOutput = 10;
    public const int Corrupt = 11;
    public const int Full = 13;
    public const int CannotOpen = 14;
    public const int NoDatabase = 26;

    /// <summary>
    /// What a person is told who did not ask for it by its place: busy, full, readOnly or damaged, for texts <c>storage.{kind}</c>; null where the failure is about something else.
    /// </summary>
    public static string? KindOf(Exception? failure) => failure switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked } => "busy",
        SqliteException { SqliteErrorCode: Full } => "full",
        SqliteException { SqliteErrorCode: ReadOnly or CannotOpen } or UnauthorizedAccessException => "readOnly",
        SqliteException { SqliteErrorCode: Corrupt or NoDatabase or InputOutput } => "damaged",
        IOException io when IsFull(io) => "full",
        { InnerException: { } inner } => KindOf(inner),
        _ => null,
    };

    // ENOSPC, EDQUOT and EFBIG; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    public static bool IsFull(IOException failure) => (failure.HResult & 0xFFFF) is 28 or 122 or 27 or 112 or 39;

    /// <summary>What is the matter, and what to do.</summary>
    public static LocalizedText Of(SqliteException failure, string file) => failure.SqliteErrorCode switch
    {
        Busy or Locked => new(
            $"データベース {file} は、ほかのプログラムが使用中です。終わるのを待って、もう一度試してください。",
            $"Another program holds the database {file}. Wait until it is done, and try again."),
        ReadOnly => new(
            $"データベース {file} に書き込めません。ファイルとフォルダーの所有者と権限、読み取り専用のディスクでないことを確かめてください。",
            $"The database {file} cannot be written. See who owns the file and its folder, and whether the disk is read-only."),
        Full => new(
            $"ディスクに空きがありません。{Path.GetDirectoryName(file)} のあるディスクを空けてください。保存済みの内容はそのままです。",
            $"The disk is full. Make room where {Path.GetDirectoryName(file)} lies. What was saved before is untouched."),
        Corrupt => new(
            $"データベース {file} が壊れています（{failure.Message}）。サイトを止め、フォルダーを写してから、dxrules restore でバックアップから戻してください。",
            $"The database {file} is damaged ({failure.Message}). Stop the site, copy the folder, and restore a backup with dxrules restore."),
        NoDatabase => new(
            $"{file} を開けません。データベースとして読めません（{failure.Message}）。--data の場所を確かめてください。壊れたときは、dxrules restore でバックアップから戻せます。",
            $"{file} cannot be opened: it cannot be read as a database ({failure.Message}). Check --data. If it is damaged, dxrules restore brings a backup back."),
        CannotOpen => new(
            $"データベース {file} を開けません。フォルダーの所有者と権限を確かめてください。",
            $"The database {file} cannot be opened. See who owns its folder and who may read and write it."),
        InputOutput => new(
            $"データベース {file} の読み書きに失敗しました（{failure.Message}）。ディスクの空きと状態を確かめてください。",
            $"Reading or writing the database {file} failed ({failure.Message}). See whether the disk is full or failing."),
        _ => new($"データベース {file} を使えません: {failure.Message}", $"The database {file} cannot be used: {failure.Message}"),
    };
}
