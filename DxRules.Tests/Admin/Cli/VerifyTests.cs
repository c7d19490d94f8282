using System.Text.Json;
using DxRules.Tests.Admin.Audit;

namespace DxRules.Tests.Admin.Cli;

public sealed class VerifyTests
{
    [Fact]
    public async Task An_intact_log_ends_with_0_and_gives_the_hash_to_note()
    {
        using var log = new TamperedLog(3);

        var run = await CommandLine.Run("verify", "--data", log.DataFolder);

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe($"監査記録3件を検証しました。改ざんは見つかりません。\n最後の記録のハッシュ（控え）: {log.Verify().LastHash}\n");
    }

    [Fact]
    public async Task A_tampered_log_ends_with_1_and_names_the_entry()
    {
        using var log = new TamperedLog(3);
        log.Tamper("UPDATE Audit SET UserId = 1 WHERE Id = 2");

        (await CommandLine.Run("verify", "--data", log.DataFolder)).Output
            .ShouldStartWith("監査記録が改ざんされています。番号2（令和7年5月31日（2025年） 11:00）の記録の内容が書き換えられています。\n");
        var english = await CommandLine.Run("verify", "--data", log.DataFolder, "--lang", "en");

        english.ExitCode.ShouldBe(1);
        english.Output.ShouldStartWith("The audit log was tampered with: entry 2 (31 May 2025 11:00) was changed.\n");
    }

    [Fact]
    public async Task Programs_read_JSON()
    {
        using var log = new TamperedLog(3);
        log.Tamper("DELETE FROM Audit WHERE Id = 2");

        var run = await CommandLine.Run("verify", "--data", log.DataFolder, "--format", "json");

        run.ExitCode.ShouldBe(1);
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("intact").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("entries").GetInt32().ShouldBe(2);
        json.RootElement.GetProperty("tampering").GetProperty("kind").GetString().ShouldBe("missing");
        json.RootElement.GetProperty("tampering").GetProperty("number").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_noted_hash_that_is_gone_ends_with_1()
    {
        using var log = new TamperedLog(3);

        var run = await CommandLine.Run("verify", "--data", log.DataFolder, "--noted", new string('a', 64));

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldStartWith("控えたハッシュの記録が見つかりません。");
    }

    [Fact]
    public async Task A_folder_without_a_database_ends_with_2_and_stays_empty()
    {
        using var folder = new TemporaryFolder();

        var run = await CommandLine.Run("verify", "--data", folder.Path);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("dxrules.db がありません");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_no_database_ends_with_2()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "dxrules.db"), new string('x', 4096));

        var run = await CommandLine.Run("verify", "--data", folder.Path);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("読めません");
    }
}
