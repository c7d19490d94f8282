using System.CommandLine;
using DxRules.Admin.Exchange.Imports;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>
/// <c>import FILE --plan PLAN</c>: what a spreadsheet would change of a plan, each change with its cell; and the plan with it, where nothing is wrong. A
/// form of our own is known by itself, and so is what another municipality published.
/// </summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("import", new LocalizedText(
            "表（.xlsx、.xls、.csv、.tsv）を計画に取り込む。--out か --replace がなければ、変わるところを示すだけ",
            "take a spreadsheet (.xlsx, .xls, .csv, .tsv) into a plan; without --out or --replace only tell what would change").In(language));
        var file = new Argument<string>("FILE") { Description = new LocalizedText("取り込む表、export で書き出した書式、又は他都市の公表データ（publication.json、kpis.csv）", "the spreadsheet, a form that export wrote, or what another municipality published (publication.json, kpis.csv)").In(language) };
        var plan = Text("--plan", "PLAN", "取り込む先の計画", "the plan to take it into");
        plan.Required = true;
        var mapping = Text("--mapping", "FILE", "列の対応（--write-mapping で書き出したもの。既定: 見出しから推測）", "what the columns mean, as --write-mapping writes it (default: guessed from the headings)");
        var writeMapping = Text("--write-mapping", "FILE", "使った列の対応を書き出す", "write what the columns were taken for");
        var sheet = Text("--sheet", "NAME", "このシートだけを取り込む", "take this sheet only");
        var to = Text("--out", "FILE", "取り込んだ計画を書き出すファイル（.json）", "the file to write the plan to (.json)");
        var year = new Option<int?>("--fiscal-year") { Description = new LocalizedText("表の対象年度（例: 2024）", "the fiscal year of the tables (such as 2024)").In(language), HelpName = "N" };
        var adds = Flag("--add-rows", "計画にない指標・取組・課・他都市の行を加える", "add KPIs, initiatives, departments and peers that the plan does not hold");
        var dryRun = Flag("--dry-run", "計画を書き出さない", "write no plan");
        var replace = Flag("--replace", "書き出すファイルがあれば置き換える。--out がなければ計画を置き換える", "replace the file where it is there; without --out, the plan itself");
        var format = OutputFormats.CreateOption(language);
        command.Arguments.Add(file);
        foreach (var option in new Option[] { plan, mapping, sheet, year, adds, to, replace, dryRun, writeMapping, format })
            command.Options.Add(option);
        command.SetAction((parsed, cancel) =>
        {
            var request = new ImportRequest(parsed.GetRequiredValue(file), parsed.GetRequiredValue(plan)!)
            {
                Mapping = parsed.GetValue(mapping),
                WriteMapping = parsed.GetValue(writeMapping),
                Sheet = parsed.GetValue(sheet),
                FiscalYear = parsed.GetValue(year),
                AddsRows = parsed.GetValue(adds),
                Out = parsed.GetValue(to),
                Replaces = parsed.GetValue(replace),
                IsDryRun = parsed.GetValue(dryRun),
                Format = parsed.GetValue(format),
            };
            return Task.FromResult(Run(request, terminal, language, cancel));
        });
        return command;

        Option<string?> Text(string name, string value, string ja, string en) => new(name) { Description = new LocalizedText(ja, en).In(language), HelpName = value };
        Option<bool> Flag(string name, string ja, string en) => new(name) { Description = new LocalizedText(ja, en).In(language) };
    }

    private static int Run(ImportRequest request, Terminal terminal, Language language, CancellationToken cancel)
    {
        // Whoever reads JSON wants nothing else there.
        var files = new PlanFiles(request.Format == OutputFormat.Json ? terminal with { Out = TextWriter.Null } : terminal, language);
        if (request.Target is { } target && !files.MayWrite(target, request.Replaces))
            return ExitCode.CouldNotRun;
        if (request.WriteMapping is { } mapping && !files.MayWrite(mapping, request.Replaces))
            return ExitCode.CouldNotRun;
        if (files.Read(request.Plan) is not { } plan || new ImportSource(request, terminal, language).Propose(plan, cancel) is not { } found)
            return ExitCode.CouldNotRun;
        var (proposal, used) = found;
        var written = proposal.HasErrors ? null : request.Target;
        if (request.Format == OutputFormat.Json)
            terminal.Out.Write(ImportJson.Write(request, proposal, written));
        else
            new ImportText(terminal.Out, language).Write(request, proposal, written is not null);
        if (request.WriteMapping is { } to && used is not null && !files.Write(to, used, request.Replaces))
            return ExitCode.CouldNotRun;
        if (written is not null && (PlanChanges.Apply(plan, proposal.Changes).Document is not { } now || !files.Write(written, PlanWriter.Write(now), replace: true)))
            return ExitCode.CouldNotRun;
        return DiagnosticOutput.ExitCodeOf(proposal.Problems.Select(problem => problem.Problem));
    }
}

/// <summary>What is to be imported, and where to.</summary>
internal sealed record ImportRequest(string File, string Plan)
{
    public string? Mapping { get; init; }
    public string? WriteMapping { get; init; }
    public string? Sheet { get; init; }
    public int? FiscalYear { get; init; }
    public bool AddsRows { get; init; }
    public string? Out { get; init; }
    public bool Replaces { get; init; }
    public bool IsDryRun { get; init; }
    public OutputFormat Format { get; init; }

    /// <summary>The file the plan is written to; null where nothing is to be written.</summary>
    public string? Target => IsDryRun ? null : Out ?? (Replaces ? Plan : null);
}
