using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DxRules.Engine.Feel.Cases;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Functions;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>Evaluates one expression and prints its value; why it is null is told on standard error.</summary>
internal static class ExpressionEvaluation
{
    // Values may be nested more deeply than the 64 levels that are usual.
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, MaxDepth = 256, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>0 with a value, be it null; 2 where the expression or the context cannot be read, or a limit was met.</summary>
    public static int Run(string text, string? contextFile, ReportFormat format, Terminal terminal, Language language)
    {
        var context = contextFile == null ? JsonContext.Empty : JsonContext.Read(EvalCommand.Read(contextFile));
        var inputs = context.Values.Entries.Select(entry => entry.Key).ToArray();
        var name = new LocalizedText("式", "expression").In(language);
        var expression = DynamicExpression.Compile(EmbeddedText.Whole(new SourceText(name, text)), inputs, context.Names);
        DiagnosticOutput.Write(terminal.Error, [.. context.Diagnostics, .. expression.Diagnostics], language);
        if (context.Diagnostics.Count > 0 || expression.HasErrors)
            return ExitCode.CouldNotRun;

        var reasons = new NullReasons();
        var run = new DynamicRun(new CallContext(Now(terminal), reasons));
        foreach (var (input, value) in context.Values.Entries)
            run.Set(input, value);
        return Print(expression, run, reasons, format, terminal, language);
    }

    /// <summary>The moment, in Japan.</summary>
    public static FeelDateTime Now(Terminal terminal) =>
        TemporalTexts.ParseDateTime(terminal.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture))!.Value;

    private static int Print(DynamicExpression expression, DynamicRun run, NullReasons reasons, ReportFormat format, Terminal terminal, Language language)
    {
        try
        {
            var value = expression.Evaluate(run);
            terminal.Out.WriteLine(format == ReportFormat.Json ? Json(value, reasons, language) : FeelText(value));
            foreach (var reason in format == ReportFormat.Json ? [] : reasons.All)
                terminal.Error.WriteLine($"{new LocalizedText("注意", "note").In(language)}: {reason.In(language)}");
            return ExitCode.Ok;
        }
        catch (EvaluationFault fault)
        {
            terminal.Error.WriteLine($"dxrules: {fault.Code}: {fault.Text.In(language)}");
            return ExitCode.CouldNotRun;
        }
    }

    private static string FeelText(object? value) => value is string text ? SyntaxPrinter.Quoted(text) : ValueText.Of(value) ?? "null";

    private static string Json(object? value, NullReasons reasons, Language language) => new JsonObject
    {
        ["value"] = JsonValues.Write(value),
        ["notes"] = new JsonArray([.. reasons.All.Select(reason => (JsonNode)JsonValue.Create(reason.In(language)))]),
    }.ToJsonString(Layout);
}
