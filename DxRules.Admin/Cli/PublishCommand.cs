using System.CommandLine;
using System.CommandLine.Parsing;
using DxRules.Admin.Publishing;
using DxRules.Admin.Publishing.Site;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>
/// <c>publish [PLAN…] --out DIR</c>: the citizens' pages as a folder. Without plans what was approved on the site; of plan files, for who keeps no site,
/// what they tell as of a day.
/// </summary>
internal static class PublishCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("publish", new LocalizedText("市民向けのページをフォルダーに書き出す", "write the pages for citizens to a folder").In(language));
        var plans = PlanArgument.Create(language);
        plans.Arity = ArgumentArity.ZeroOrMore;
        plans.Description = new LocalizedText("計画ファイル又はそのフォルダー。なければ、サイトで承認された公開", "plan files or folders of them; without any, what was approved on the site").In(language);
        var output = new Option<string>("--out") { Description = new LocalizedText("書き出すフォルダー", "the folder to write").In(language), HelpName = "DIR", Required = true };
        var replace = new Option<bool>("--replace") { Description = new LocalizedText("前に書き出したものを置き換える", "replace what was published there before").In(language) };
        var address = new Option<Uri?>("--base-url")
        {
            Description = new LocalizedText("置く場所のURL（フィードに書く。なくてもよい）", "the address where it will be reached, for the feed; may be left out").In(language),
            HelpName = "URL", CustomParser = result => Address(result, language),
        };
        var (data, asOf) = (OpenData.Option(language), AsOfOption.CreateSeveral(language));
        command.Arguments.Add(plans);
        foreach (var option in new Option[] { output, replace, address, data, asOf })
            command.Options.Add(option);
        var rules = RulesOptions.AddTo(command, language);
        command.Validators.Add(result => ExpectPlans(result, plans, asOf, language));
        command.SetAction((parsed, cancel) =>
        {
            var folder = new PublishedFolder(parsed.GetRequiredValue(output), parsed.GetValue(replace), parsed.GetValue(address));
            return parsed.GetValue(plans) is { Length: > 0 } files
                ? Task.FromResult(OfFiles(files, parsed.GetValue(asOf) ?? [], rules, parsed, folder, terminal, language, cancel))
                : OpenData.Use(parsed.GetRequiredValue(data), terminal, language, site => OfSite(site, folder, cancel), cancel);
        });
        return command;
    }

    private static void ExpectPlans(CommandResult result, Argument<string[]> plans, Option<DateOnly[]> asOf, Language language)
    {
        if (result.GetResult(asOf) is { Implicit: false } && result.GetResult(plans) is not { Tokens.Count: > 0 })
            result.AddError(new LocalizedText("--as-of には計画が要ります。サイトで承認された公開の日は決まっています。", "--as-of needs plans: what was approved on the site has its day.").In(language));
    }

    private static Uri? Address(ArgumentResult result, Language language)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", Query: "", Fragment: "", UserInfo: "" })
            return address;
        result.AddError(new LocalizedText($"--base-url の「{text}」はURLではありません。例: https://www.city.example.lg.jp/dx/", $"--base-url: '{text}' is not a URL, such as https://www.city.example.org/dx/.").In(language));
        return null;
    }

    private static async Task<int> OfSite(OpenData data, PublishedFolder folder, CancellationToken cancel)
    {
        var publications = await ApprovedPublications.Read(data.Db, cancel);
        return publications.Count > 0
            ? folder.Write(publications, data.Terminal, data.Language, cancel)
            : data.Refuse(new LocalizedText("承認された公開がありません。サイトの「公開」で承認を受けてください。", "Nothing was approved for publication. Ask for approval on the site, under Publication."));
    }

    private static int OfFiles(
        string[] files, DateOnly[] asOf, RulesOptions rules, ParseResult parsed, PublishedFolder folder, Terminal terminal, Language language, CancellationToken cancel)
    {
        if (rules.LoadOrSay(parsed, terminal, language) is not { } check)
            return ExitCode.CouldNotRun;
        var days = AsOfOption.OrToday(asOf, terminal, language);
        var publications = new List<ApprovedPublication>();
        var readable = true;
        foreach (var source in PlanSources.Find(files, terminal.In))
        {
            cancel.ThrowIfCancellationRequested();
            var reading = source.Read();
            DiagnosticOutput.Write(terminal.Error, reading.Diagnostics, language);
            readable &= reading.Document is not null;
            if (reading.Document is { } plan)
                publications.AddRange(days.Select(day => UnapprovedPublication.Of(PlanPublication.Of(plan, day, check), AsOfOption.Today(terminal))));
        }
        if (!readable)
            return ExitCode.CouldNotRun;
        if (publications.GroupBy(PublicYear.FolderOf).FirstOrDefault(year => year.Count() > 1) is { } twice)
        {
            var head = twice.First().Content.Head;
            return OpenData.Refuse(terminal, language, new LocalizedText(
                $"「{head.PlanTitle}」の{head.FiscalYear}年度が二つ以上あります。計画又は --as-of の重なりを除いてください。", $"'{head.PlanTitle}' comes twice for fiscal year {head.FiscalYear}. Leave out one of the plans or days."));
        }
        terminal.Error.WriteLine(new LocalizedText(
            "承認の手続を通していない公開です。内容を公表してよいかは、書き出した方が確かめてください。", "This has been approved by nobody: whoever writes it answers for what it tells.").In(language));
        return folder.Write(
            [.. publications.OrderBy(one => one.Content.Head.Code, StringComparer.Ordinal).ThenBy(one => one.Content.Head.Plan, StringComparer.Ordinal).ThenBy(one => one.Content.Head.FiscalYear)],
            terminal, language, cancel);
    }
}

/// <param name="Address">Where the site will be reached; null where nobody knows.</param>
internal sealed record PublishedFolder(string Folder, bool Replace, Uri? Address)
{
    /// <summary>Writes the site of the publications, all of it or nothing.</summary>
    public int Write(IReadOnlyList<ApprovedPublication> publications, Terminal terminal, Language language, CancellationToken cancel)
    {
        if (SiteFolder.Refuse(Folder, Replace) is { } refusal)
            return OpenData.Refuse(terminal, language, refusal);
        var site = new PublicSite(publications, Address);
        using (var progress = new Progress(terminal, language, new LocalizedText("ページを作っています", "making the pages")))
        {
            SiteFolder.Write(site, Folder, written => progress.Say(new LocalizedText($"ページを作っています {written:N0} / {site.Paths.Count:N0}", $"making the pages, {written:N0} of {site.Paths.Count:N0}")), cancel);
        }
        terminal.Out.WriteLine(new LocalizedText(
            $"{publications.Count}件の公開を{site.Paths.Count}個のファイルにして {Folder} に書き出しました。ブラウザーで {Path.Combine(Folder, "index.html")} を開けます。",
            $"{publications.Count} publications were written to {Folder} as {site.Paths.Count} files. Open {Path.Combine(Folder, "index.html")} in a browser.").In(language));
        return ExitCode.Ok;
    }
}
