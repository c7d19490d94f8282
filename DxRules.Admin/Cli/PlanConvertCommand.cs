using System.CommandLine;
using System.CommandLine.Parsing;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>plan convert IN OUT</c>: a plan file as an Excel workbook, or a workbook as a plan file. Nothing is lost on the way, and nothing written where anything is wrong.</summary>
internal static class PlanConvertCommand
{
    private const string Json = ".json";
    private const string Workbook = ".xlsx";

    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("convert", new LocalizedText(
            "計画ファイル（.json）とExcelのブック（.xlsx）を互いに変換する", "turn a plan file (.json) into an Excel workbook (.xlsx) and back").In(language));
        var from = new Argument<string>("IN") { Description = new LocalizedText("変換する計画（.json又は.xlsx）", "the plan (.json or .xlsx)").In(language) };
        var to = new Argument<string>("OUT") { Description = new LocalizedText("書き出すファイル（.json又は.xlsx）", "the file to write (.json or .xlsx)").In(language) };
        var replace = new Option<bool>("--replace") { Description = new LocalizedText("書き出すファイルがあれば置き換える", "replace the file where it is there").In(language) };
        command.Arguments.Add(from);
        command.Arguments.Add(to);
        command.Options.Add(replace);
        foreach (var file in new[] { from, to })
            file.Validators.Add(result => Expect(result, language));
        command.SetAction(parsed => Run(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetValue(replace), terminal, language));
        return command;
    }

    private static void Expect(ArgumentResult result, Language language)
    {
        if (result.Tokens is [var file, ..] && Path.GetExtension(file.Value).ToLowerInvariant() is not (Json or Workbook))
            result.AddError(new LocalizedText($"「{file.Value}」は.json又は.xlsxにしてください。", $"'{file.Value}' has to end in .json or .xlsx.").In(language));
    }

    private static int Run(string from, string to, bool replace, Terminal terminal, Language language)
    {
        if (File.Exists(to) && !replace)
            return Refuse($"{to} はすでにあります。置き換えるときは --replace を付けてください。", $"{to} is there already. Add --replace to replace it.");
        byte[] content;
        try
        {
            content = File.ReadAllBytes(from);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Refuse($"{from} を読めません。ファイル名とアクセス権を確かめてください。", $"{from} cannot be read. See whether the name is right and may be read.");
        }
        if (Read(from, content, terminal, language) is not { } plan)
            return ExitCode.CouldNotRun;
        try
        {
            WriteWhole(to, IsWorkbook(to) ? PlanWorkbook.Write(plan) : PlanWriter.Write(plan), replace);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Refuse($"{to} に書けません。フォルダーとアクセス権、ほかで開いていないかを確かめてください。", $"{to} cannot be written. See whether the folder is there, may be written to, and the file is not open elsewhere.");
        }
        terminal.Out.WriteLine(new LocalizedText($"{to} に書き出しました。", $"{to} is written.").In(language));
        return ExitCode.Ok;

        int Refuse(string ja, string en)
        {
            terminal.Error.WriteLine(new LocalizedText(ja, en).In(language));
            return ExitCode.CouldNotRun;
        }
    }

    private static PlanDocument? Read(string file, byte[] content, Terminal terminal, Language language)
    {
        if (!IsWorkbook(file))
        {
            var reading = PlanReader.Read(file, content);
            DiagnosticOutput.Write(terminal.Error, reading.Diagnostics, language);
            return reading.Document;
        }
        var read = PlanWorkbookReader.Read(file, content);
        foreach (var (at, problem) in read.Problems)
            terminal.Error.WriteLine($"{file}{(at is null ? "" : $" {at}")}: {problem.Code}: {problem.Message.In(language)}{(problem.Hint is null ? "" : " " + problem.Hint.In(language))}");
        if (read.Problems.Count > 0)
            terminal.Error.WriteLine(DiagnosticOutput.Count([.. read.Problems.Select(problem => problem.Problem)], language));
        return read.Document;
    }

    // Beside it first, so that a full disk leaves no half a file under its name.
    private static void WriteWhole(string file, byte[] content, bool replace)
    {
        var beside = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllBytes(beside, content);
            File.Move(beside, file, replace);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static bool IsWorkbook(string file) => Path.GetExtension(file).Equals(Workbook, StringComparison.OrdinalIgnoreCase);
}
