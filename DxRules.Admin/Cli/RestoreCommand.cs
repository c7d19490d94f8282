using System.CommandLine;
using DxRules.Admin.Audit;
using DxRules.Admin.Keeping;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;
using Microsoft.Data.Sqlite;

namespace DxRules.Admin.Cli;

/// <summary><c>restore</c>: makes a folder hold again what a backup holds.</summary>
internal static class RestoreCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("restore", new LocalizedText("バックアップからサイトのデータを復元する（サイトは止めておく）", "restore the data of a site, which has to be stopped, from a backup").In(language));
        var file = new Argument<string>("FILE") { Description = new LocalizedText("dxrules backup で作ったファイル", "a file that dxrules backup made").In(language) };
        var data = OpenData.Option(language);
        var replace = new Option<bool>("--replace")
        {
            Description = new LocalizedText("今あるデータを置き換える。置き換えたものは同じフォルダーに残す", "replace the data that are there; they are kept in the same folder").In(language),
        };
        var check = new Option<bool>("--check") { Description = new LocalizedText("復元できるかを確かめるだけで、何も変えない", "only see whether it can be restored").In(language) };
        var tampering = new Option<bool>("--despite-tampering")
        {
            Description = new LocalizedText("監査記録が改ざんされていても復元する", "restore it even though its audit log was tampered with").In(language),
        };
        command.Arguments.Add(file);
        foreach (var option in new Option[] { data, replace, check, tampering })
            command.Options.Add(option);
        command.SetAction((parsed, cancel) =>
        {
            var asked = new Asked(Path.GetFullPath(parsed.GetRequiredValue(file)), OpenData.FileIn(parsed.GetRequiredValue(data)), parsed.GetValue(replace), parsed.GetValue(check), parsed.GetValue(tampering));
            return Run(asked, terminal, language, cancel);
        });
        return command;
    }

    /// <summary>What is to be done with a folder in which a restore was cut off.</summary>
    public static LocalizedText Unfinished(string folder) => new(
        $"{folder} では、復元が途中で止まっています。もう一度 dxrules restore … --replace を実行してください。前のデータは、その中の before-restore-… にあります。",
        $"A restore was cut off in {folder}. Run dxrules restore … --replace once more. The data from before lie in before-restore-… in it.");

    /// <summary>Says why a backup was refused.</summary>
    public static int Refuse(BackupRefused refused, Terminal terminal, Language language)
    {
        var problem = refused.Problem;
        return OpenData.Refuse(terminal, language, new LocalizedText(
            $"{problem.Source.Name}: {problem.Code}: {problem.Message.Ja}\n  ヒント: {problem.Hint!.Ja}", $"{problem.Source.Name}: {problem.Code}: {problem.Message.En}\n  hint: {problem.Hint.En}"));
    }

    private static async Task<int> Run(Asked asked, Terminal terminal, Language language, CancellationToken cancel)
    {
        if (!File.Exists(asked.File))
            return OpenData.Refuse(terminal, language, new LocalizedText($"{asked.File} がありません。", $"There is no {asked.File}."));
        if (asked is { IsThere: true, Replace: false, Check: false })
        {
            return OpenData.Refuse(terminal, language, new LocalizedText(
                $"{asked.Folder} にはすでにデータがあります。置き換えるときは --replace を付けてください。今のデータは同じフォルダーに残します。",
                $"There are data in {asked.Folder} already. Add --replace to replace them; they are kept in the same folder."));
        }
        var made = !Directory.Exists(asked.Folder);
        OwnFiles.Folder(asked.Folder);
        try
        {
            using var held = FolderLock.Take(asked.Database);
            return held is null && !asked.Check
                ? OpenData.Refuse(terminal, language, ServeCommand.InUse(asked.Folder))
                : await Restore(asked, terminal, language, cancel);
        }
        catch (BackupRefused refused)
        {
            return Refuse(refused, terminal, language);
        }
        catch (SqliteException failure)
        {
            return OpenData.Refuse(terminal, language, SqliteTrouble.Of(failure, asked.File));
        }
        finally
        {
            if (made && !File.Exists(asked.Database))
                Directory.Delete(asked.Folder, recursive: true);
        }
    }

    private static async Task<int> Restore(Asked asked, Terminal terminal, Language language, CancellationToken cancel)
    {
        var now = terminal.Clock.GetUtcNow();
        var place = Path.Combine(asked.Folder, $".restore-{Guid.NewGuid():N}");
        try
        {
            Unpacked unpacked;
            using (new Progress(terminal, language, new("バックアップを検証しています", "verifying the backup")))
                unpacked = await Task.Run(() => Restoring.Unpack(asked.File, place, asked.DespiteTampering, cancel), cancel);
            if (asked.Check)
            {
                Print(unpacked, new("復元できます", "It can be restored"), terminal.Out, language);
                return ExitCode.Ok;
            }
            if (unpacked.IsCurrent)
                await Tell(unpacked, terminal, cancel);
            var kept = Restoring.Put(unpacked, asked.Database, now);
            Print(unpacked, new($"{asked.Folder} に復元しました", $"It was restored to {asked.Folder}"), terminal.Out, language);
            Print(kept, unpacked, terminal.Out, language);
            return ExitCode.Ok;
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    // Into the restored log, before it is in its place: so it is there or the restore was not.
    private static async Task Tell(Unpacked unpacked, Terminal terminal, CancellationToken cancel)
    {
        await using (var db = OpenData.Of(unpacked.Database))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await OpenData.AuditOf(db, terminal).Add(AuditEntry.Restored(unpacked.Manifest), cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        // What is pooled would keep the file open, and its log beside it.
        SqliteConnection.ClearAllPools();
        DatabaseFile.Settle(unpacked.Database);
    }

    private static void Print(Unpacked unpacked, LocalizedText done, TextWriter output, Language language)
    {
        var (manifest, texts) = (unpacked.Manifest, new Texts(language));
        output.WriteLine(new LocalizedText(
            $"{done.Ja}: {texts.Time(manifest.MadeAt)}に dxrules {manifest.Dxrules} で作ったバックアップ",
            $"{done.En}: a backup made on {texts.Time(manifest.MadeAt)} by dxrules {manifest.Dxrules}").In(language));
        output.WriteLine(BackupCommand.Content(manifest).In(language));
        if (!unpacked.IsCurrent)
            output.WriteLine(new LocalizedText("前の版のデータです。次に dxrules serve でサイトを開くと、新しい形になります。", "The data are of an earlier version; the next start of dxrules serve brings them up to date.").In(language));
    }

    private static void Print(string? kept, Unpacked unpacked, TextWriter output, Language language)
    {
        if (kept is not null)
            output.WriteLine(new LocalizedText($"置き換えたデータ: {kept}（確かめたら消してください）", $"the data that were replaced: {kept} (delete them once you have looked)").In(language));
        output.WriteLine(new LocalizedText(
            "利用者、パスワード、役割もバックアップのときのものに戻りました。そのあとに利用を止めた人がいないか確かめてください。全員がサインインし直します。",
            "People, passwords and roles are those of then, too: see whether anybody lost access since. Everybody has to sign in anew.").In(language));
    }

    private sealed record Asked(string File, string Database, bool Replace, bool Check, bool DespiteTampering)
    {
        public string Folder => Path.GetDirectoryName(Database)!;

        /// <summary>Whether something would be replaced; after a restore that was cut off, what is left of it.</summary>
        public bool IsThere => System.IO.File.Exists(Database) || Restoring.IsUnfinished(Folder);
    }
}
