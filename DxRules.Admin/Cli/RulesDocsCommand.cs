using System.CommandLine;
using DxRules.Engine.PlanChecks.Reference;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>rules docs</c>: writes the reference for authors of rules, and the schemas for their editors.</summary>
internal static class RulesDocsCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("docs", new LocalizedText("規則を書く人のための資料と、エディターのためのスキーマを書き出す", "write the reference for authors of rules and the schemas for their editors").In(language));
        var folder = new Option<string>("--out")
        {
            Description = new LocalizedText("書き出すフォルダー（既定: docs）", "folder to write into (default: docs)").In(language),
            HelpName = "DIR",
            DefaultValueFactory = _ => "docs",
        };
        command.Options.Add(folder);
        command.SetAction(parsed => Write(parsed.GetValue(folder)!, terminal, language));
        return command;
    }

    private static int Write(string folder, Terminal terminal, Language language)
    {
        try
        {
            Write(folder, ReferencePages.In(language), terminal);
            Write(Path.Combine(folder, "schema"), ReferencePages.Schemas, terminal);
            return ExitCode.Ok;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(new LocalizedText($"「{folder}」に書き出せません: {failure.Message}", $"'{folder}' cannot be written: {failure.Message}").In(language));
            return ExitCode.CouldNotRun;
        }
    }

    private static void Write(string folder, IEnumerable<(string Name, string Content)> files, Terminal terminal)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, content) in files)
        {
            var file = Path.Combine(folder, name);
            File.WriteAllText(file, content);
            terminal.Out.WriteLine(file);
        }
    }
}
