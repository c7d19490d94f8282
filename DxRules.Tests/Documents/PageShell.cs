using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using DxRules.Admin.Cli;
using DxRules.Engine.Text;
using DxRules.Tests.Admin.Cli;

namespace DxRules.Tests.Documents;

/// <summary>
/// Does what a person does who types the commands of a page, in one folder and without starting a process for each: the words that name files are made to
/// lie in the folder, for all tests share the folder in which a process stands.
/// </summary>
internal sealed partial class PageShell(string folder)
{
    // To what init asks a person: the name, and nothing but Enter after that.
    private static readonly string[] Answers = ["例市", .. Enumerable.Repeat("", 30)];

    private string current = folder;

    /// <summary>What the last command wrote, with paths as the person would see them.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Runs a line; fails where it does not end as the line says.</summary>
    public async Task Run(string line)
    {
        var (command, said) = Split(line);
        var words = Words(command);
        switch (words)
        {
            case ["cd", var to]:
                Directory.Exists(current = Path.Combine(current, to)).ShouldBeTrue(line);
                break;
            case ["cp", var from, var to]:
                File.Copy(Place(from), Place(to));
                break;
            case ["cp", "-r", var from, var to]:
                CopyFolder(Place(from), Place(to));
                break;
            case ["dxrules", .. var arguments]:
                await RunDxrules(line, arguments, said);
                break;
            default:
                throw new InvalidOperationException($"This line is neither run nor listed as one that is not: {line}");
        }
    }

    /// <summary>The words of a line, from a clone or with the tool installed.</summary>
    public static string[] Words(string line) =>
        [.. CommandLineParser.SplitCommandLine(Split(line).Command.Replace("dotnet run --project DxRules.Admin -- ", "dxrules ", StringComparison.Ordinal))];

    public static void ShouldBeUnderstood(string line) =>
        DxRulesCommand.Create(Terminal.OfProcess(), Language.English).Parse(Words(line)[1..]).Errors.Select(error => error.Message).ShouldBeEmpty(line);

    private async Task RunDxrules(string line, string[] arguments, int? said)
    {
        var output = arguments is [.. var before, ">", var file] ? (Arguments: before, File: Place(file)) : (Arguments: arguments, File: null);
        var run = await (arguments is ["init", ..] && !arguments.Contains("--name") ? CommandLine.Answering(Answers, Placed(output.Arguments)) : CommandLine.Run(Placed(output.Arguments)));
        if (said is { } code)
            run.ExitCode.ShouldBe(code, $"{line}\n{run.Output}{run.Error}");
        else
            run.ExitCode.ShouldBeOneOf([ExitCode.Ok, ExitCode.Findings], $"{line}\n{run.Output}{run.Error}");
        Output = (run.Output + run.Error).Replace(current + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        if (output.File is not null)
            await File.WriteAllTextAsync(output.File, run.Output);
    }

    // "# 1" behind a command is the exit code with which it ends; other words are for the reader.
    private static (string Command, int? ExitCode) Split(string line)
    {
        var comment = Comment().Match(line);
        return (line[..^comment.Length], int.TryParse(comment.Groups[1].Value, out var code) ? code : null);
    }

    private string[] Placed(string[] arguments)
    {
        var parsed = DxRulesCommand.Create(Terminal.OfProcess(), Language.English).Parse(arguments);
        var results = parsed.CommandResult.Children.ToList();
        var paths = results.SelectMany(PathsOf).ToHashSet(StringComparer.Ordinal);
        var given = results.OfType<OptionResult>().Where(result => !result.Implicit).Select(result => result.Option.Name).ToHashSet(StringComparer.Ordinal);

        // What would be written where the process stands is written into the folder of the page.
        var folders = parsed.CommandResult.Command.Options.Where(option => option.HelpName == "DIR" && option.HasDefaultValue && !given.Contains(option.Name))
            .SelectMany(option => new[] { option.Name, Place((string)option.GetDefaultValue()!) });
        var made = arguments is ["init", var code, ..] && !given.Contains("--out") ? new[] { "--out", Place(code) } : [];
        return [.. arguments.Select(word => paths.Contains(word) ? Place(word) : word), .. folders, .. made];
    }

    private static IEnumerable<string> PathsOf(SymbolResult result) => result switch
    {
        OptionResult { Option.HelpName: "FILE" or "DIR" or "FILE|DIR" or "PLAN" } or ArgumentResult { Argument.Name: not ("EXPRESSION" or "CODE" or "ID" or "ROLE") } =>
            result.Tokens.Select(token => token.Value).Where(word => word is not ("default" or "-")),
        _ => [],
    };

    // The samples and rules lie where a person stands who has cloned the repository.
    private string Place(string word)
    {
        var here = Path.Combine([current, .. word.Split('/')]);
        var cloned = Path.Combine([Repository.Root, .. word.Split('/')]);
        return !Path.Exists(here) && Path.Exists(cloned) ? cloned : here;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex(@"\s+#\s+(\d+)?[^""]*$|$")]
    private static partial Regex Comment();
}
