using System.CommandLine;
using System.CommandLine.Parsing;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>
/// <c>export [PLAN] OUT</c>: a plan as a form to be handed out, filled in and taken back by <c>import</c>. Unlike <c>plan convert</c> the form says what
/// it was made from, so that only what was filled in changes.
/// </summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("export", new LocalizedText(
            "計画を、記入して取り込める書式（Excel又はCSV）に書き出す", "write a plan as a form (Excel or CSV) to be filled in and imported").In(language));
        var files = new Argument<string[]>("[PLAN] OUT")
        {
            Description = new LocalizedText("計画と、書き出すファイル（.xlsx、CSVは.zip）。計画がなければ空の書式", "the plan and the file to write (.xlsx; .zip for CSV); without a plan an empty form").In(language),
            Arity = new ArgumentArity(1, 2),
        };
        var template = new Option<bool>("--template")
        {
            Description = new LocalizedText("配る書式を書き出す。.zipには課ごとのブックが入る", "write the forms to hand out: a .zip holds a workbook for each department").In(language),
        };
        var department = new Option<string?>("--department")
        {
            Description = new LocalizedText("この課が受け持つものだけを書き出す（課のID）", "only what this department answers for (its id)").In(language), HelpName = "ID",
        };
        var replace = new Option<bool>("--replace") { Description = new LocalizedText("書き出すファイルがあれば置き換える", "replace the file where it is there").In(language) };
        command.Arguments.Add(files);
        foreach (var option in new Option[] { template, department, replace })
            command.Options.Add(option);
        files.Validators.Add(result => Expect(result, language));
        command.Validators.Add(result => ExpectPlan(result, files, template, department, language));
        command.SetAction(parsed => Run(
            new ExportRequest(parsed.GetRequiredValue(files), parsed.GetValue(template), parsed.GetValue(department), parsed.GetValue(replace)), terminal, language));
        return command;
    }

    private static void Expect(ArgumentResult result, Language language)
    {
        if (result.Tokens.Count > 0 && PlanFiles.KindOf(result.Tokens[^1].Value) is not (PlanFileKind.Workbook or PlanFileKind.Archive))
            result.AddError(new LocalizedText($"書き出すファイル「{result.Tokens[^1].Value}」は.xlsx又は.zipにしてください。", $"The file to write, '{result.Tokens[^1].Value}', has to end in .xlsx or .zip.").In(language));
    }

    private static void ExpectPlan(CommandResult result, Argument<string[]> files, Option<bool> template, Option<string?> department, Language language)
    {
        if (result.GetResult(files) is not { Tokens.Count: 1 })
            return;
        if (!result.GetValue(template))
            result.AddError(new LocalizedText("計画を指定してください。空の書式は --template を付けると書き出せます。", "Name the plan. With --template an empty form is written.").In(language));
        else if (result.GetValue(department) is not null)
            result.AddError(new LocalizedText("--department には計画が要ります。", "--department needs a plan.").In(language));
    }

    private static int Run(ExportRequest request, Terminal terminal, Language language)
    {
        var files = new PlanFiles(terminal, language);
        if (!files.MayWrite(request.To, request.Replace))
            return ExitCode.CouldNotRun;
        PlanDocument? plan = null;
        if (request.From is { } from && (plan = files.Read(from)) is null)
            return ExitCode.CouldNotRun;
        if (request.Department is { } id && plan?.Departments?.Any(department => department.Id == id) != true)
        {
            terminal.Error.WriteLine(new LocalizedText(
                $"課「{id}」はありません。あるもの: {string.Join("、", (plan?.Departments ?? []).Select(department => department.Id))}",
                $"There is no department '{id}'. There are: {string.Join(", ", (plan?.Departments ?? []).Select(department => department.Id))}").In(language));
            return ExitCode.CouldNotRun;
        }
        return files.Write(request.To, Content(request, plan, AsOfOption.Today(terminal)), request.Replace) ? ExitCode.Ok : ExitCode.CouldNotRun;
    }

    private static byte[] Content(ExportRequest request, PlanDocument? plan, DateOnly today)
    {
        var slice = plan is null ? null : request.Department is { } department ? DepartmentSlice.Of(plan, department) : PlanSlice.Whole(plan);
        if (PlanFiles.KindOf(request.To) == PlanFileKind.Workbook)
            return PlanWorkbook.WriteTemplate(slice, null, today);
        return plan is not null && request is { IsTemplate: true, Department: null }
            ? PlanCsv.Pack(PlanTemplates.OfDepartments(plan, null, today))
            : PlanCsv.Pack(PlanCsv.Write(slice, WorkbookAbout.Rows(slice, null, today)));
    }
}

/// <param name="Files">The plan, where there is one, and the file to write.</param>
internal sealed record ExportRequest(IReadOnlyList<string> Files, bool IsTemplate, string? Department, bool Replace)
{
    public string? From => Files.Count > 1 ? Files[0] : null;
    public string To => Files[^1];
}
