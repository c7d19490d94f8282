using System.CommandLine;
using DxRules.Admin.Audit;
using DxRules.Admin.Keeping;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;
using Microsoft.Data.Sqlite;

namespace DxRules.Admin.Cli;

/// <summary><c>backup</c>: all that a site knows as one file, while it is in use.</summary>
internal static class BackupCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("backup", new LocalizedText("サイトのデータのバックアップを作る（サイトは動かしたままでよい）", "back up the data of a site, which may go on running").In(language));
        var data = OpenData.Option(language);
        var output = new Option<string?>("--out")
        {
            Description = new LocalizedText("書き出すファイル、又はすでにあるフォルダー（既定: データのフォルダーの下の backups）", "the file to write, or a folder that is there (default: backups below the data)").In(language),
            HelpName = "FILE|DIR",
        };
        command.Options.Add(data);
        command.Options.Add(output);
        command.SetAction((parsed, cancel) => Run(OpenData.FileIn(parsed.GetRequiredValue(data)), parsed.GetValue(output), terminal, language, cancel));
        return command;
    }

    private static async Task<int> Run(string database, string? output, Terminal terminal, Language language, CancellationToken cancel)
    {
        if (OpenData.Missing(database) is { } missing)
            return OpenData.Refuse(terminal, language, missing);
        var now = terminal.Clock.GetUtcNow();
        var file = PlaceOf(output, database, Backup.NameAt(now));
        if (Path.Exists(file))
            return OpenData.Refuse(terminal, language, new LocalizedText($"{file} はすでにあります。ほかの名前を --out で指定してください。", $"{file} is there already. Name another file with --out."));
        try
        {
            BackupMade made;
            using (new Progress(terminal, language, new("バックアップを作っています", "making the backup")))
                made = await Task.Run(() => Backup.Make(database, file, demo: false, now, cancel), cancel);
            await Tell(made, database, terminal, language, cancel);
            Print(made, terminal.Out, language);
            return made.Manifest.Audit.Intact ? ExitCode.Ok : Tampered(terminal, language);
        }
        catch (BackupRefused refused)
        {
            return RestoreCommand.Refuse(refused, terminal, language);
        }
        catch (SqliteException failure)
        {
            return OpenData.Refuse(terminal, language, SqliteTrouble.Of(failure, database));
        }
    }

    private static string PlaceOf(string? output, string database, string name) => output switch
    {
        null => Path.Combine(Backup.FolderIn(Path.GetDirectoryName(database)!), name),
        _ when Directory.Exists(output) => Path.Combine(Path.GetFullPath(output), name),
        _ => Path.GetFullPath(output),
    };

    // That somebody took a copy of everything belongs into the log; but where it cannot be written, the backup is wanted all the more.
    private static async Task Tell(BackupMade made, string database, Terminal terminal, Language language, CancellationToken cancel)
    {
        if (DatabaseFile.IsCurrent(database))
        {
            var exitCode = await OpenData.Use(Path.GetDirectoryName(database)!, terminal, language, async data =>
            {
                await using var transaction = await data.Db.Database.BeginTransactionAsync(cancel);
                await data.Audit.Add(AuditEntry.BackedUp(made), cancel);
                await data.Db.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
                return ExitCode.Ok;
            }, cancel);
            if (exitCode == ExitCode.Ok)
                return;
        }
        OpenData.Refuse(terminal, language, new LocalizedText(
            "バックアップは作りました。そのことを監査記録に書けませんでした。", "The backup was made. That it was could not be written into the audit log."));
    }

    private static void Print(BackupMade made, TextWriter output, Language language)
    {
        output.WriteLine(new LocalizedText($"バックアップを作りました: {made.File}（{Sizes.Of(made.Bytes)}）", $"The backup was made: {made.File} ({Sizes.Of(made.Bytes)})").In(language));
        output.WriteLine(Content(made.Manifest).In(language));
        output.WriteLine(new LocalizedText($"監査記録の最後のハッシュ（控え）: {made.Manifest.Audit.LastHash}", $"hash of the last entry of the audit log, to be noted: {made.Manifest.Audit.LastHash}").In(language));
        output.WriteLine(new LocalizedText(
            "このファイルには、セキュリティの内容も含めてすべてが入っています。読める人を限った、別の装置に移してください。",
            "This file holds everything, security gaps included. Take it to another machine, where few can read it.").In(language));
    }

    /// <summary>What is in a backup, so that a person sees whether it is the one they mean.</summary>
    public static LocalizedText Content(BackupManifest manifest)
    {
        var (counts, log) = (manifest.Counts, manifest.Audit);
        return new(
            $"内容: 計画{counts.Plans}件（版{counts.Versions}）、点検サイクル{counts.Cycles}件、点検{counts.Runs}回、回答{counts.Answers}件、公表{counts.Publications}件、利用者{counts.People}人、監査記録{log.Entries:N0}件",
            $"content: plans {counts.Plans} (versions {counts.Versions}), cycles {counts.Cycles}, checks {counts.Runs}, answers {counts.Answers}, publications {counts.Publications}, people {counts.People}, audit entries {log.Entries:N0}");
    }

    private static int Tampered(Terminal terminal, Language language)
    {
        OpenData.Refuse(terminal, language, new LocalizedText(
            "監査記録が改ざんされています。dxrules verify で確かめてください。改ざんの前のバックアップを消さないでください。",
            "The audit log was tampered with: see dxrules verify. Do not delete the backups from before."));
        return ExitCode.Findings;
    }
}
