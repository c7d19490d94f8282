using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Keeping;
using DxRules.Tests.Admin.Audit;
using DxRules.Tests.Admin.Cli;
using Microsoft.Data.Sqlite;

namespace DxRules.Tests.Admin.Keeping;

public sealed class BackupTests : IDisposable
{
    private readonly TamperedLog log = new(3);
    private readonly TemporaryFolder away = new();

    private string Database => Path.Combine(log.DataFolder, "dxrules.db");

    private string Saved => Path.Combine(away.Path, "saved.dxbackup");

    private string Elsewhere => Path.Combine(away.Path, "data");

    public void Dispose()
    {
        away.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task A_backup_says_what_is_in_it_and_gives_the_hash_to_note()
    {
        var before = log.Verify();

        var run = await CommandLine.Run("backup", "--data", log.DataFolder);

        run.ExitCode.ShouldBe(0, run.Error);
        var file = Directory.EnumerateFiles(Path.Combine(log.DataFolder, "backups")).ShouldHaveSingleItem();
        Path.GetFileName(file).ShouldBe("dxrules-20250601-003000.dxbackup");
        run.Output.ShouldStartWith($"バックアップを作りました: {file}（");
        run.Output.ShouldContain("\n内容: 計画0件（版0）、点検サイクル0件、点検0回、回答0件、公表0件、利用者0人、監査記録3件\n");
        run.Output.ShouldContain($"\n監査記録の最後のハッシュ（控え）: {before.LastHash}\n");
        var manifest = BackupFile.Manifest(file).ShouldNotBeNull();
        (manifest.MadeAt, manifest.Demo, manifest.Migration, manifest.Dxrules).ShouldBe((CommandLine.Now, false, DatabaseFile.KnownMigrations[^1], Backup.Version));
        log.Verify(before.LastHash).ShouldBe(log.Verify() with { Entries = 4, Tampering = null }, "the log says that it was made");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task What_is_restored_is_what_was_saved()
    {
        var before = log.Verify();
        await Save();

        var run = await CommandLine.Run("restore", Saved, "--data", Elsewhere, "--lang", "en");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldStartWith($"It was restored to {Elsewhere}: a backup made on 1 June 2025 00:30 by dxrules {Backup.Version}\n");
        Verify(Elsewhere, before.LastHash).ShouldBe((4, null), "three entries, and that it was restored");
        Directory.EnumerateFileSystemEntries(Elsewhere).Select(Path.GetFileName).ShouldBe(["dxrules.db", "dxrules.lock"], ignoreOrder: true);
        (await CommandLine.Run("verify", "--data", Elsewhere, "--noted", before.LastHash)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_site_starts_on_what_was_restored()
    {
        await Save();
        (await CommandLine.Run("restore", Saved, "--data", Elsewhere)).ExitCode.ShouldBe(0);

        await using var site = await RunningSite.Start(EngineCheck.Check, Elsewhere);

        (await site.Client.GetAsync("/health/ready")).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task Data_that_are_there_are_replaced_only_on_demand_and_kept()
    {
        await Save();
        await log.Write(2);
        Directory.CreateDirectory(Path.Combine(log.DataFolder, "keys"));

        var refused = await CommandLine.Run("restore", Saved, "--data", log.DataFolder);
        (refused.ExitCode, Verify(log.DataFolder).Entries).ShouldBe((2, 6));
        refused.Error.ShouldContain("--replace を付けてください");

        var run = await CommandLine.Run("restore", Saved, "--data", log.DataFolder, "--replace");
        run.ExitCode.ShouldBe(0, run.Error);
        Verify(log.DataFolder).ShouldBe((4, null));
        var kept = Path.Combine(log.DataFolder, "before-restore-20250601-003000");
        run.Output.ShouldContain($"置き換えたデータ: {kept}");
        Verify(kept).ShouldBe((6, null));
        Directory.Exists(Path.Combine(kept, "keys")).ShouldBeTrue("sessions of the time of the backup are not good again");
        Directory.Exists(Path.Combine(log.DataFolder, "keys")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_backup_is_checked_without_anything_being_changed()
    {
        await Save();
        await log.Write(1);

        var run = await CommandLine.Run("restore", Saved, "--data", log.DataFolder, "--check");

        (run.ExitCode, run.Error).ShouldBe((0, ""));
        run.Output.ShouldStartWith("復元できます: ");
        Verify(log.DataFolder).Entries.ShouldBe(5);
        (await CommandLine.Run("restore", Saved, "--data", Elsewhere, "--check")).ExitCode.ShouldBe(0);
        Directory.Exists(Elsewhere).ShouldBeFalse();
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        { "cut", "DX820", "途中で切れているか、壊れています" },
        { "text", "DX820", "バックアップのファイルではありません" },
        { "archive", "DX820", "バックアップのファイルではありません" },
        { "manifest", "DX821", "dxbackup/1 の形ではありません" },
        { "format", "DX821", "dxbackup/1 の形ではありません" },
        { "hash", "DX822", "中身が、作ったときと違います" },
        { "longer", "DX822", "中身が、作ったときと違います" },
        { "page", "DX823", "データベースが壊れています" },
        { "newer", "DX824", "より新しい dxrules 9.9.9 のものです（99990101000000_Future）" },
        { "tampered", "DX825", "番号2（令和7年5月31日（2025年） 11:00）の記録の内容が書き換えられています" },
        { "demo", "DX826", "見本のデータのバックアップです" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task What_is_not_whole_is_refused_before_anything_is_touched(string how, string code, string message)
    {
        await Save();
        Break(how);
        await log.Write(1);

        var run = await CommandLine.Run("restore", Saved, "--data", log.DataFolder, "--replace");

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldStartWith($"dxrules: {Saved}: {code}: ");
        run.Error.ShouldContain(message);
        Verify(log.DataFolder).Entries.ShouldBe(5);
        Directory.EnumerateFileSystemEntries(log.DataFolder).Select(Path.GetFileName).ShouldNotContain(name => name!.Contains("restore"));
    }

    [Fact]
    public async Task A_log_that_was_tampered_with_is_backed_up_and_told_and_restored_by_whoever_means_it()
    {
        log.Tamper("UPDATE Audit SET Details = '[]' WHERE Id = 2");

        var run = await CommandLine.Run("backup", "--data", log.DataFolder, "--out", Saved);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("監査記録が改ざんされています");

        (await CommandLine.Run("restore", Saved, "--data", Elsewhere)).ExitCode.ShouldBe(2);
        (await CommandLine.Run("restore", Saved, "--data", Elsewhere, "--despite-tampering")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_damaged_database_gives_no_backup_and_nothing_that_looks_like_one()
    {
        Damage(Database);

        var run = await CommandLine.Run("backup", "--data", log.DataFolder, "--out", away.Path, "--lang", "en");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("DX823: The database is damaged");
        Directory.EnumerateFileSystemEntries(away.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_never_written_over()
    {
        await File.WriteAllTextAsync(Saved, "something else");

        (await CommandLine.Run("backup", "--data", log.DataFolder, "--out", Saved)).Error.ShouldContain("はすでにあります");

        (await File.ReadAllTextAsync(Saved)).ShouldBe("something else");
    }

    [Fact]
    public async Task A_folder_on_which_a_site_runs_is_left_alone()
    {
        await Save();
        using var held = FolderLock.Take(Database).ShouldNotBeNull();

        var run = await CommandLine.Run("restore", Saved, "--data", log.DataFolder, "--replace");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("サイトが動いています");
        (await CommandLine.Run("serve", "--data", log.DataFolder, "--urls", "http://127.0.0.1:0", "--lang", "en")).Error.ShouldContain("A site runs on");
        (await CommandLine.Run("backup", "--data", log.DataFolder, "--out", away.Path)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Others_are_not_served_from_a_folder_that_other_accounts_can_open()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(log.DataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);

        var run = await CommandLine.Run("serve", "--data", log.DataFolder, "--public-url", "https://dx.city.example", "--urls", "http://127.0.0.1:0");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain($"chmod 700 {log.DataFolder}");
    }

    [Fact]
    public async Task After_a_restore_that_was_cut_off_nothing_starts_until_it_is_done_again()
    {
        await Save();
        File.Move(Database, Database + ".moved");
        await File.WriteAllTextAsync(Path.Combine(log.DataFolder, "restore.unfinished"), "");

        foreach (var verb in new[] { "serve", "backup", "user list" })
        {
            var run = await CommandLine.Run([.. verb.Split(' '), "--data", log.DataFolder]);
            run.ExitCode.ShouldBe(2);
            run.Error.ShouldContain("復元が途中で止まっています", Case.Sensitive, verb);
        }
        File.Exists(Database).ShouldBeFalse("an empty site in its place would look as if all were lost");
        (await CommandLine.Run("restore", Saved, "--data", log.DataFolder, "--replace")).ExitCode.ShouldBe(0);
        Verify(log.DataFolder).ShouldBe((4, null));
    }

    [Fact]
    public async Task Whoever_writes_meanwhile_neither_waits_nor_is_left_out_by_half()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await log.Write(5);
        });

        foreach (var i in Enumerable.Range(0, 5))
        {
            var made = Backup.Make(Database, Path.Combine(away.Path, $"{i}.dxbackup"), demo: false, CommandLine.Now, default);
            (made.Manifest.Audit.Intact, made.Manifest.Audit.Entries % 5).ShouldBe((true, 3), "three, and five at a time");
        }
        await stop.CancelAsync();
        await writing;
    }

    private async Task Save()
    {
        var run = await CommandLine.Run("backup", "--data", log.DataFolder, "--out", Saved);
        run.ExitCode.ShouldBe(0, run.Error);
    }

    private static (int Entries, AuditTampering? Tampering) Verify(string folder, string? noted = null)
    {
        var verdict = AuditVerification.Verify($"Data Source={Path.Combine(folder, "dxrules.db")};Pooling=False", noted, default);
        return (verdict.Entries, verdict.Tampering);
    }

    private void Break(string how)
    {
        switch (how)
        {
            case "cut":
                using (var file = File.OpenWrite(Saved))
                    file.SetLength(file.Length / 2);
                break;
            case "text":
                File.WriteAllText(Saved, "これはバックアップではありません。");
                break;
            case "archive":
                using (var archive = ZipFile.Open(Saved, ZipArchiveMode.Update))
                    archive.GetEntry("manifest.json")!.Delete();
                break;
            case "manifest":
                Manifest(json => json["colour"] = "red");
                break;
            case "format":
                Manifest(json => json["format"] = "dxbackup/2");
                break;
            case "hash":
                Manifest(json => json["parts"]![0]!["sha256"] = new string('0', 64));
                break;
            case "longer":
                Manifest(json => json["parts"]![0]!["bytes"] = 10);
                break;
            case "demo":
                Manifest(json => json["demo"] = true);
                break;
            case "page":
                Repack(Damage);
                break;
            case "newer":
                Repack(file => Ask(file, "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Future', '6.0.7')"));
                Manifest(json => json["dxrules"] = "9.9.9");
                break;
            case "tampered":
                Repack(file => Ask(file, "DROP TRIGGER Audit_NoUpdate; UPDATE Audit SET SubjectId = 'x' WHERE Id = 2"));
                break;
        }
    }

    private void Manifest(Action<JsonNode> change)
    {
        using var archive = ZipFile.Open(Saved, ZipArchiveMode.Update);
        JsonNode json;
        using (var content = archive.GetEntry("manifest.json")!.Open())
            json = JsonNode.Parse(content)!;
        change(json);
        archive.GetEntry("manifest.json")!.Delete();
        using var written = new Utf8JsonWriter(archive.CreateEntry("manifest.json").Open());
        json.WriteTo(written);
    }

    // As somebody who knows the format would change the content, with a hash that is right.
    private void Repack(Action<string> change)
    {
        var file = Path.Combine(away.Path, "unpacked.db");
        using (var archive = ZipFile.Open(Saved, ZipArchiveMode.Update))
        {
            archive.GetEntry("dxrules.db")!.ExtractToFile(file);
            change(file);
            SqliteConnection.ClearAllPools();
            archive.GetEntry("dxrules.db")!.Delete();
            archive.CreateEntryFromFile(file, "dxrules.db");
        }
        var content = File.ReadAllBytes(file);
        Manifest(json =>
        {
            json["parts"]![0]!["sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
            json["parts"]![0]!["bytes"] = content.Length;
        });
    }

    // The pages of the log's index, which nothing reads until it is asked for.
    private static void Damage(string file)
    {
        SqliteConnection.ClearAllPools();
        long page;
        using (var connection = DatabaseFile.Open(file, SqliteOpenMode.ReadWrite))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT (rootpage - 1) * (SELECT page_size FROM pragma_page_size) FROM sqlite_master WHERE name = 'IX_Audit_At'";
            page = (long)command.ExecuteScalar()!;
        }
        using var content = File.OpenWrite(file);
        content.Position = page;
        content.Write(new byte[4096]);
    }

    private static void Ask(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
