using System.CommandLine;
using System.Text;
using System.Text.Json;
using DxRules.Admin.Audit;
using DxRules.Admin.Hosting;
using DxRules.Admin.Keeping;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;
using Microsoft.Data.Sqlite;

namespace DxRules.Admin.Cli;

/// <summary><c>verify</c>: whether anybody tampered with the audit log.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("verify", new LocalizedText(
            "監査記録が改ざんされていないかを検証する",
            "verify that nobody tampered with the audit log").In(language));
        var data = new Option<string>("--data")
        {
            Description = new LocalizedText("データのあるフォルダー（既定: data）", "folder of the data (default: data)").In(language),
            HelpName = "DIR",
            DefaultValueFactory = _ => "data",
        };
        var demo = new Option<bool>("--demo") { Description = new LocalizedText("見本のデータを検証する", "verify the data of the demonstration").In(language) };
        var noted = new Option<string?>("--noted")
        {
            Description = new LocalizedText("以前に控えたハッシュ。その記録が今もあることも確かめる", "a hash noted earlier; also makes sure that this entry is still there").In(language),
            HelpName = "HASH",
        };
        var format = OutputFormats.CreateOption(language);
        foreach (Option option in new Option[] { data, demo, noted, format })
            command.Options.Add(option);
        command.SetAction((parsed, cancel) => Task.Run(
            () => Run(
                new SiteOptions(Path.GetFullPath(parsed.GetRequiredValue(data)), [], parsed.GetValue(demo)).DatabaseFile,
                parsed.GetValue(noted)?.Trim(),
                parsed.GetValue(format),
                terminal,
                language,
                cancel),
            cancel));
        return command;
    }

    private static int Run(string file, string? noted, OutputFormat format, Terminal terminal, Language language, CancellationToken cancel)
    {
        if (!File.Exists(file))
            return CouldNotRun(terminal, language, new($"データベース {file} がありません。--data で場所を指定してください。", $"There is no database {file}. Name its folder with --data."));
        try
        {
            using var progress = new Progress(terminal, language, new("監査記録を検証しています", "verifying the audit log"));
            var connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
            var verdict = AuditVerification.Verify(connection.ToString(), noted, cancel);
            progress.Clear();
            terminal.Out.Write(format == OutputFormat.Json ? Json(verdict) : Text(verdict, new Texts(language)));
            return verdict.Tampering is null ? ExitCode.Ok : ExitCode.Findings;
        }
        catch (SqliteException failure)
        {
            return CouldNotRun(terminal, language, SqliteTrouble.Of(failure, file));
        }
    }

    private static int CouldNotRun(Terminal terminal, Language language, LocalizedText why)
    {
        terminal.Error.WriteLine($"dxrules: {why.In(language)}");
        return ExitCode.CouldNotRun;
    }

    private static string Text(AuditVerdict verdict, Texts texts) =>
        $"{VerdictText.Of(verdict, numbers: true, texts)}\n{texts["verify.lastHash", verdict.LastHash]}\n";

    private static string Json(AuditVerdict verdict)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("format", "dxrules-verify/1");
            json.WriteBoolean("intact", verdict.Tampering is null);
            json.WriteNumber("entries", verdict.Entries);
            json.WriteString("lastHash", verdict.LastHash);
            json.WritePropertyName("tampering");
            Write(json, verdict.Tampering);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(content.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, AuditTampering? tampering)
    {
        if (tampering is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(tampering.Kind.ToString()));
        Write(json, "number", tampering.Number);
        json.WriteString("at", tampering.At);
        Write(json, "was", tampering.Was);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
