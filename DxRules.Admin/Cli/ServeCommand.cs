using System.CommandLine;
using DxRules.Admin.Cycles;
using DxRules.Admin.Hosting;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;

namespace DxRules.Admin.Cli;

/// <summary><c>serve</c>: the site, on this machine only. The root command does the same where no verb is named.</summary>
internal static class ServeCommand
{
    private const string UsualUrl = "http://localhost:5080";
    private const string UsualFolder = "data";

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
            Description = new LocalizedText("見本の計画2件を入れ、点検して開く", "load the two sample plans and check them").In(language),
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
        command.Options.Add(demo);
        command.Options.Add(urls);
        command.Options.Add(data);
        command.SetAction((parsed, cancel) => Run(
            new SiteOptions(
                Path.GetFullPath(parsed.GetRequiredValue(data)),
                parsed.GetRequiredValue(urls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                parsed.GetValue(demo)),
            terminal,
            language,
            cancel));
    }

    private static async Task<int> Run(SiteOptions options, Terminal terminal, Language language, CancellationToken cancel)
    {
        if (LoopbackOnly.Refuse(options.Urls) is { } refusal)
            return CouldNotRun(terminal, language, refusal);
        try
        {
            await using var site = Site.Build(options, terminal.Clock, EngineCheck.Check);
            await Site.Prepare(site, cancel);
            await site.StartAsync(cancel);
            Say(terminal.Out, language, options, site.Urls);
            await site.WaitForShutdownAsync(cancel);
            return ExitCode.Ok;
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            return CouldNotRun(terminal, language, new(
                $"{string.Join(", ", options.Urls)} は使用中です。--urls で別のポートを指定してください。",
                $"{string.Join(", ", options.Urls)} is in use. Name another port with --urls."));
        }
        catch (SqliteException failure)
        {
            return CouldNotRun(terminal, language, new(
                $"データベース {options.DatabaseFile} を開けません: {failure.Message}",
                $"The database {options.DatabaseFile} cannot be opened: {failure.Message}"));
        }
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
}
