using System.CommandLine;
using System.CommandLine.Parsing;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>What is wrong with the arguments, in the reader's language and with what would be right.</summary>
internal static class ArgumentErrors
{
    /// <summary>All errors, a line each, then where to read on.</summary>
    public static string Print(ParseResult parsed, Language language)
    {
        var command = parsed.CommandResult.Command;

        // What follows a misspelt command is meant for the right one.
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..] && !word.StartsWith('-'))
            return $"dxrules: {Unknown(word, command).In(language)}\n{WhereToRead(command).In(language)}";
        var errors = parsed.UnmatchedTokens.Select(token => Unknown(token, command))
            .Concat(command.Options.Where(o => o.Required && parsed.GetResult(o) is null or { Implicit: true }).Select(Missing))
            .Concat(command.Arguments.Where(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is null or { Tokens.Count: 0 }).Select(Missing))
            .Concat(command is { Subcommands.Count: > 0, Action: null } && parsed.UnmatchedTokens.Count == 0 ? [MissingCommand(command)] : [])
            .Select(text => text.In(language))
            .Concat(parsed.Errors.Select(error => InValue(error)?.In(language)).OfType<string>())
            .Distinct()
            .ToList();

        // Whatever the parser of the library refuses besides, in its words.
        if (errors.Count == 0)
            errors.AddRange(parsed.Errors.Select(error => error.Message).Distinct());
        return string.Join("\n", errors.Select(error => $"dxrules: {error}").Append(WhereToRead(command).In(language)));
    }

    /// <summary>A word that the command does not know, with the nearest it does.</summary>
    public static LocalizedText Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        string[] known = isOption ? [.. HelpText.OptionsOf(command).Select(o => o.Name)] : [.. command.Subcommands.Select(c => c.Name)];
        var list = string.Join(", ", known);
        if (known.Length == 0)
            return new($"「{token}」は余分な引数です。", $"'{token}' is one argument too many.");
        var (ja, en) = Spelling.Nearest(token, known) is { } near ? ($"{near} のことでしょうか。", $"Did you mean {near}? ") : ("", "");
        return isOption
            ? new($"「{token}」というオプションはありません。{ja}指定できるのは {list} です。", $"There is no option '{token}'. {en}There are {list}.")
            : new($"「{token}」というコマンドはありません。{ja}指定できるのは {list} です。", $"There is no command '{token}'. {en}There are {list}.");
    }

    private static LocalizedText Missing(Option option) =>
        new($"{option.Name} {option.HelpName} を指定してください。", $"{option.Name} {option.HelpName} is needed.");

    private static LocalizedText Missing(Argument argument) =>
        new($"{argument.Name} を指定してください。{argument.Description}", $"{argument.Name} is needed: {argument.Description}");

    private static LocalizedText MissingCommand(Command command)
    {
        var list = string.Join(", ", command.Subcommands.Select(c => c.Name));
        return new($"コマンドを指定してください: {list}", $"A command is needed: {list}");
    }

    private static LocalizedText? InValue(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Implicit: true } => null,
        OptionResult { Tokens.Count: 0 } option => new(
            $"{option.Option.Name} には値が必要です: {option.Option.HelpName}",
            $"{option.Option.Name} needs a value: {option.Option.HelpName}"),
        OptionResult { Tokens.Count: > 1 } option when option.Option.Arity.MaximumNumberOfValues == 1 => new(
            $"{option.Option.Name} は一度だけ指定できます。",
            $"{option.Option.Name} can be given only once."),
        OptionResult => (LocalizedText)error.Message,
        ArgumentResult { Tokens.Count: > 0 } => (LocalizedText)error.Message,
        _ => null,
    };

    private static LocalizedText WhereToRead(Command command)
    {
        var path = HelpText.PathOf(command);
        return new($"使い方: {path} --help", $"usage: {path} --help");
    }
}
