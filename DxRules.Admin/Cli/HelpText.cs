using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>What <c>--help</c> prints: the library's own help knows neither full-width columns nor Japanese usage lines.</summary>
internal static class HelpText
{
    /// <summary>Makes <c>--help</c> of a root command, and so of all below, print this.</summary>
    public static void Use(RootCommand root, Terminal terminal, Language language)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = new LocalizedText("この説明を表示する", "show this help").In(language);
        help.Action = new Print(terminal, language);
        root.Options.OfType<VersionOption>().Single().Description = new LocalizedText("版を表示する", "show the version").In(language);
    }

    /// <summary>The whole help of a command, with a line break at its end.</summary>
    public static string Of(Command command, Language language)
    {
        var output = new StringBuilder();
        output.Append($"{command.Description}\n\n{new LocalizedText("使い方", "Usage").In(language)}: {Usage(command)}\n");
        Append(output, new LocalizedText("コマンド", "Commands").In(language), command.Subcommands.Select(c => (c.Name, c.Description)));
        Append(output, new LocalizedText("引数", "Arguments").In(language), command.Arguments.Select(a => (a.Name, a.Description)));
        Append(output, new LocalizedText("オプション", "Options").In(language), OptionsOf(command).Select(o => (Usage(o), o.Description)));
        return output.ToString();
    }

    /// <summary>The names that lead to a command: dxrules rules test.</summary>
    public static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } above ? $"{PathOf(above)} {command.Name}" : "dxrules";

    private static string Usage(Command command)
    {
        // A name of several words tells by itself what follows what.
        var arguments = command.Arguments.Select(a => a.Arity.MaximumNumberOfValues > 1 && !a.Name.Contains(' ') ? $"{a.Name}…" : a.Name);
        var required = command.Options.Where(o => o.Required).Select(Usage);
        string[] rest = command.Subcommands.Count > 0 && command.Action is null ? ["COMMAND"] : ["[OPTIONS]"];
        return string.Join(" ", [PathOf(command), .. arguments, .. required, .. rest]);
    }

    /// <summary>The name of an option, and of what follows it.</summary>
    public static string Usage(Option option) =>
        option.HelpName is { } value && option.Arity.MaximumNumberOfValues > 0 ? $"{option.Name} {value}" : option.Name;

    /// <summary>Options of a command and those it has from above.</summary>
    public static IEnumerable<Option> OptionsOf(Command command)
    {
        var inherited = command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(option => option.Recursive);
        return command.Options.Concat(inherited).Where(option => !option.Hidden);
    }

    private static void Append(StringBuilder output, string heading, IEnumerable<(string Name, string? Description)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        var width = all.Max(row => DiagnosticPrinter.Width(row.Name));
        output.Append($"\n{heading}:\n");
        foreach (var (name, description) in all)
            output.Append($"  {name}{new string(' ', width - DiagnosticPrinter.Width(name))}  {description}\n");
    }

    private sealed class Print(Terminal terminal, Language language) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parsed)
        {
            terminal.Out.Write(Of(parsed.CommandResult.Command, language));
            return ExitCode.Ok;
        }
    }
}
