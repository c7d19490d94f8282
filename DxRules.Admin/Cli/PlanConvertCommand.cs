using System.CommandLine;
using System.CommandLine.Parsing;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>
/// <c>plan convert IN OUT</c>: a plan between a plan file, an Excel workbook and CSV files. Nothing is lost on the way, and nothing written where anything
/// is wrong.
/// </summary>
internal static class PlanConvertCommand
{
    private static readonly LocalizedText Kinds = new(".json、.xlsx、.zip又はフォルダー（CSV）", ".json, .xlsx, .zip or a folder (CSV)");

    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("convert", new LocalizedText(
            "計画を、計画ファイル（.json）、Excelのブック（.xlsx）、CSV（.zip又はフォルダー）の間で変換する",
            "turn a plan file (.json), an Excel workbook (.xlsx) and CSV files (.zip or a folder) into each other").In(language));
        var from = new Argument<string>("IN") { Description = new LocalizedText($"変換する計画（{Kinds.Ja}）", $"the plan ({Kinds.En})").In(language) };
        var to = new Argument<string>("OUT") { Description = new LocalizedText($"書き出すファイル（{Kinds.Ja}）", $"the file to write ({Kinds.En})").In(language) };
        var replace = new Option<bool>("--replace") { Description = new LocalizedText("書き出すファイルがあれば置き換える", "replace the file where it is there").In(language) };
        command.Arguments.Add(from);
        command.Arguments.Add(to);
        command.Options.Add(replace);
        foreach (var file in new[] { from, to })
            file.Validators.Add(result => Expect(result, language));
        command.SetAction(parsed => Run(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetValue(replace), new PlanFiles(terminal, language)));
        return command;
    }

    private static void Expect(ArgumentResult result, Language language)
    {
        if (result.Tokens is [var file, ..] && PlanFiles.KindOf(file.Value) is null)
            result.AddError(new LocalizedText($"「{file.Value}」は{Kinds.Ja}にしてください。", $"'{file.Value}' has to be {Kinds.En}.").In(language));
    }

    private static int Run(string from, string to, bool replace, PlanFiles files)
    {
        if (!files.MayWrite(to, replace) || files.Read(from) is not { } plan)
            return ExitCode.CouldNotRun;
        var isWritten = PlanFiles.KindOf(to) switch
        {
            PlanFileKind.Workbook => files.Write(to, PlanWorkbook.Write(plan), replace),
            PlanFileKind.Archive => files.Write(to, PlanCsv.Pack(PlanCsv.Write(PlanSlice.Whole(plan))), replace),
            PlanFileKind.Folder => files.WriteFolder(to, PlanCsv.Write(PlanSlice.Whole(plan)), replace),
            _ => files.Write(to, PlanWriter.Write(plan), replace),
        };
        return isWritten ? ExitCode.Ok : ExitCode.CouldNotRun;
    }
}
