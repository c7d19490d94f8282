using System.CommandLine;
using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>eval EXPRESSION</c>: the value of an expression as the DMN standard has it; <c>eval --cases FILE</c>: conformance cases.</summary>
internal static class EvalCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("eval", new LocalizedText("FEEL の式を計算する", "evaluate a FEEL expression").In(language));
        var expression = new Argument<string?>("EXPRESSION")
        {
            Description = new LocalizedText("式（例: \"1 + 2\"）", "the expression, such as \"1 + 2\"").In(language),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var context = FileOption("--context", new("式が使う値の JSON ファイル", "JSON file of the values that the expression uses"), language);
        var cases = FileOption("--cases", new("適合性の事例のファイル。1行に1件の JSON", "file of conformance cases, a JSON object a line"), language);
        var format = Choice.Option("--format", new("出力の形式", "format of the output"), language, ReportFormat.Text, ("text", ReportFormat.Text), ("json", ReportFormat.Json));
        command.Arguments.Add(expression);
        command.Options.Add(context);
        command.Options.Add(cases);
        command.Options.Add(format);
        command.Validators.Add(parsed =>
        {
            var isOne = parsed.GetResult(expression) is { Tokens.Count: > 0 } != parsed.GetResult(cases) is not null;
            if (!isOne)
                parsed.AddError(new LocalizedText("EXPRESSION か --cases FILE のどちらか一つを指定してください。", "Give either EXPRESSION or --cases FILE.").In(language));
        });
        command.SetAction(parsed => parsed.GetValue(cases) is { } file
            ? CaseEvaluation.Run(file, terminal, language)
            : ExpressionEvaluation.Run(parsed.GetValue(expression)!, parsed.GetValue(context), parsed.GetValue(format), terminal, language));
        return command;
    }

    /// <summary>The text of a file in UTF-8.</summary>
    public static SourceText Read(string file) => new(file, File.ReadAllText(file, Encoding.UTF8));

    private static Option<string?> FileOption(string name, LocalizedText description, Language language) =>
        new(name) { Description = description.In(language), HelpName = "FILE" };
}
