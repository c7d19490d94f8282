using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using System.Security.Cryptography;
using DxRules.Admin.Cycles;
using DxRules.Admin.Hosting;
using DxRules.Admin.Keeping;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;

namespace DxRules.Admin.Cli;

/// <summary><c>serve</c>: the site, on this machine only. The root command does the same where no verb is named.</summary>
internal static class ServeCommand
{
    public const string UsualUrl = "http://localhost:5080";
    public const string UsualFolder = "data";

    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("serve", new LocalizedText("サイトを開く", "serve the site").In(language));
        Configure(command, terminal, language);
        return command;
    }

    /// <summary>Gives a command the options and the action of this verb.</summary>
    public static void Configure(Command command, Terminal terminal, Language language)
    {
        var demo = new Option<bool>("--demo")
        {
            Description = new LocalizedText("見本の計画と点検を入れて開く", "load the sample plans with their reviews").In(language),
        };
        var urls = new Option<string>("--urls")
        {
            Description = new LocalizedText($"待ち受けるURL、; 区切り（既定: {UsualUrl}）", $"addresses to listen on, separated by ; (default: {UsualUrl})").In(language),
            HelpName = "URL",
            DefaultValueFactory = _ => UsualUrl,
        };
        var data = new Option<string>("--data")
        {
            Description = new LocalizedText($"データを置くフォルダー（既定: {UsualFolder}）", $"folder for the data (default: {UsualFolder})").In(language),
            HelpName = "DIR",
            DefaultValueFactory = _ => UsualFolder,
        };
        var publicUrl = new Option<string?>("--public-url")
        {
            Description = new LocalizedText("ほかの端末から開くときのURL（https）", "address by which others reach the site (https)").In(language),
            HelpName = "URL",
        };
        var proxy = new Option<IPAddress[]>("--proxy")
        {
            CustomParser = Addresses(language),
            Description = new LocalizedText("HTTPSを受け持つプロキシのIPアドレス", "IP address of the proxy that ends HTTPS").In(language),
            HelpName = "IP",
        };
        var certificate = new Option<string?>("--certificate")
        {
            Description = new LocalizedText("サイト自身の証明書（PEM）", "the site's own certificate (PEM)").In(language),
            HelpName = "FILE",
        };
        var key = new Option<string?>("--certificate-key")
        {
            Description = new LocalizedText("証明書の秘密鍵（PEM）", "the certificate's key (PEM)").In(language),
            HelpName = "FILE",
        };
        var backupHour = new Option<int?>("--backup-hour")
        {
            CustomParser = result => Number(result, 0, 23, language),
            Description = new LocalizedText("毎晩のバックアップを作る時（日本時間、0～23）。書かなければ作らない", "hour in Japan after which a backup is made each night (0 to 23); none without it").In(language),
            HelpName = "HOUR",
        };
        var backupKeep = new Option<int?>("--backup-keep")
        {
            CustomParser = result => Number(result, 1, BackupSettings.MostKept, language),
            Description = new LocalizedText($"残す毎晩のバックアップの数（1～{BackupSettings.MostKept}、既定: {BackupSettings.UsualKeep}）", $"how many nightly backups are kept (1 to {BackupSettings.MostKept}, default: {BackupSettings.UsualKeep})").In(language),
            HelpName = "N",
        };
        var backupTo = new Option<string?>("--backup-to")
        {
            Description = new LocalizedText("バックアップを置くフォルダー（既定: データのフォルダーの下の backups）", "folder for the backups (default: backups below the data)").In(language),
            HelpName = "DIR",
        };
        var log = new Option<string>("--log")
        {
            Description = new LocalizedText("ログの形（既定: text）", "form of the log (default: text)").In(language),
            HelpName = "text|json",
            DefaultValueFactory = _ => "text",
        };
        log.AcceptOnlyFromAmong("text", "json");
        var secondFactor = new Option<bool>("--second-factor-for-all")
        {
            Description = new LocalizedText("二段階認証を利用者全員に求める", "ask everybody for a second factor").In(language),
        };
        foreach (Option option in new Option[] { publicUrl, proxy, certificate, key, secondFactor, backupHour, backupKeep, backupTo, log })
            command.Options.Add(option);
        command.Options.Add(demo);
        command.Options.Add(urls);
        command.Options.Add(data);
        command.SetAction((parsed, cancel) => Run(
            new SiteOptions(
                Path.GetFullPath(parsed.GetRequiredValue(data)),
                parsed.GetRequiredValue(urls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                parsed.GetValue(demo))
            {
                PublicUrl = parsed.GetValue(publicUrl),
                Proxies = parsed.GetValue(proxy) ?? [],
                SecondFactorForAll = parsed.GetValue(secondFactor),
                Certificate = parsed.GetValue(certificate) is { } file ? (file, parsed.GetValue(key) ?? file) : null,
                Backups = new BackupSettings(parsed.GetValue(backupTo) is { } to ? Path.GetFullPath(to) : null, parsed.GetValue(backupHour), parsed.GetValue(backupKeep) ?? BackupSettings.UsualKeep),
                LogsJson = parsed.GetValue(log) == "json",
            },
            terminal,
            language,
            cancel));
    }

    private static int? Number(ArgumentResult result, int least, int most, Language language)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        var name = ((OptionResult)result.Parent!).Option.Name;
        result.AddError(new LocalizedText($"{name} は {least} から {most} までの数です。「{text}」は指定できません。", $"{name} is a number from {least} to {most}, not '{text}'.").In(language));
        return null;
    }

    private static Func<ArgumentResult, IPAddress[]> Addresses(Language language) => result =>
    {
        var addresses = new List<IPAddress>();
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (IPAddress.TryParse(text, out var address))
                addresses.Add(address);
            else
                result.AddError(new LocalizedText($"--proxy の「{text}」はIPアドレスではありません。例: 192.0.2.10", $"--proxy: '{text}' is not an IP address, such as 192.0.2.10.").In(language));
        }
        return [.. addresses];
    };

    private static async Task<int> Run(SiteOptions options, Terminal terminal, Language language, CancellationToken cancel)
    {
        if ((options.IsLoopback ? LoopbackOnly.Refuse(options.Urls) : HttpsOnly.Refuse(options)) is { } refusal)
            return CouldNotRun(terminal, language, refusal);
        if (Restoring.IsUnfinished(options.DataFolder))
            return CouldNotRun(terminal, language, RestoreCommand.Unfinished(options.DataFolder));
        OwnFiles.Folder(options.DataFolder);
        if (OwnFiles.IsOpenToOthers(options.DataFolder))
        {
            var open = OpenToOthers(options.DataFolder);
            if (!options.IsLoopback)
                return CouldNotRun(terminal, language, open);
            terminal.Error.WriteLine($"dxrules: {open.In(language)}");
        }
        using var held = FolderLock.Take(options.DatabaseFile);
        if (held is null)
            return CouldNotRun(terminal, language, InUse(options.DataFolder));
        try
        {
            await using var site = Site.Build(options, options.Demo ? new DemoClock(terminal.Clock, Samples.Today) : terminal.Clock, EngineCheck.Check);
            var invitation = await Prepare(site, options, terminal, language, cancel);
            await site.StartAsync(cancel);
            Say(terminal.Out, language, options, site.Urls);
            SayWho(terminal.Out, language, options, invitation is null ? null : (options.PublicUrl ?? site.Urls.First()).TrimEnd('/') + invitation);
            await site.WaitForShutdownAsync(cancel);
            return ExitCode.Ok;
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            return CouldNotRun(terminal, language, new(
                $"{string.Join(", ", options.Urls)} は使用中です。--urls で別のポートを指定してください。",
                $"{string.Join(", ", options.Urls)} is in use. Name another port with --urls."));
        }
        catch (CryptographicException failure)
        {
            return CouldNotRun(terminal, language, new($"証明書を読めません: {failure.Message}", $"The certificate cannot be read: {failure.Message}"));
        }
        catch (BackupRefused refused)
        {
            return RestoreCommand.Refuse(refused, terminal, language);
        }
        catch (SqliteException failure)
        {
            return CouldNotRun(terminal, language, SqliteTrouble.Of(failure, options.DatabaseFile));
        }
    }

    private static LocalizedText OpenToOthers(string folder) => new(
        $"{folder} を、この端末のほかの利用者も開けます。パスワードのハッシュや鍵があるので、chmod 700 {folder} で閉じてください。",
        $"Other accounts of this machine can open {folder}, which holds hashes of passwords, and keys. Close it: chmod 700 {folder}");

    /// <summary>Why nothing is done with a folder on which a site runs.</summary>
    public static LocalizedText InUse(string folder) => new(
        $"{folder} のサイトが動いています。先に止めてください（止めたのにこう出るときは、ほかの端末で動いていないか確かめてください）。",
        $"A site runs on {folder}. Stop it first (if you did: see whether it runs on another machine).");

    private static async Task<string?> Prepare(WebApplication site, SiteOptions options, Terminal terminal, Language language, CancellationToken cancel)
    {
        using var progress = new Progress(terminal, language, options.Demo
            ? new("見本の計画と五年分の点検を用意しています", "Preparing the sample plans and five years of reviews")
            : new("データベースを用意しています", "Preparing the database"));
        return await Site.Prepare(site, cancel);
    }

    private static int CouldNotRun(Terminal terminal, Language language, LocalizedText why)
    {
        terminal.Error.WriteLine($"dxrules: {why.In(language)}");
        return ExitCode.CouldNotRun;
    }

    private static void Say(TextWriter output, Language language, SiteOptions options, IEnumerable<string> urls)
    {
        output.WriteLine(new LocalizedText($"データ: {options.DatabaseFile}", $"data: {options.DatabaseFile}").In(language));
        foreach (var url in urls)
            output.WriteLine(new LocalizedText($"ブラウザーで開く: {url}", $"open in a browser: {url}").In(language));
        output.WriteLine(new LocalizedText("終了: Ctrl+C", "stop: Ctrl+C").In(language));
        output.Flush();
    }

    private static void SayWho(TextWriter output, Language language, SiteOptions options, string? invitation)
    {
        if (invitation is not null)
        {
            output.WriteLine(new LocalizedText(
                $"最初の管理者の設定（利用者名 {FirstAdministrator.UserName}、一度だけ、72時間以内）: {invitation}",
                $"set up the first administrator (user name {FirstAdministrator.UserName}, once, within 72 hours): {invitation}").In(language));
        }
        if (options.Demo)
        {
            output.WriteLine(new LocalizedText(
                $"デモの利用者（パスワードはどれも {DemoAccounts.Password}）:",
                $"people of the demonstration (password of each: {DemoAccounts.Password}):").In(language));
            foreach (var account in DemoAccounts.All)
                output.WriteLine($"  {account.UserName,-10}{RoleName(account.Roles).In(language)}");
        }
        output.Flush();
    }

    private static LocalizedText RoleName(Roles role) => new(
        Texts.Resources.GetString($"role.{role}", System.Globalization.CultureInfo.GetCultureInfo("ja"))!,
        Texts.Resources.GetString($"role.{role}", System.Globalization.CultureInfo.GetCultureInfo("en"))!);
}
