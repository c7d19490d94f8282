using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Cases;

/// <summary>The wording of everything that can be wrong with files of values and cases, a method an error.</summary>
internal static class CaseErrors
{
    public static Diagnostic NotJson(SourceText source, TextSpan at, string why) => Error("DX261", source, at,
        new($"JSON として読めません: {why}", $"This cannot be read as JSON: {why}"));

    public static Diagnostic NotAContext(SourceText source) => Error("DX262", source, new TextSpan(0, 1),
        new("名前と値の組（{\"名前\": 値, …}）が必要です。", "Names with values were expected: {\"name\": value, …}."));

    public static Diagnostic NotAValue(SourceText source, TextSpan at, JsonValueException wrong) => Error("DX263", source, at, wrong.Reason) with { Path = wrong.Path };

    public static Diagnostic NotACase(SourceText source, TextSpan line, string why) => Error("DX264", source, line,
        new($"この行は事例として読めません: {why}", $"This line is no case: {why}"));

    private static Diagnostic Error(string code, SourceText source, TextSpan span, LocalizedText message) =>
        new(code, DiagnosticSeverity.Error, message, source, span);
}
