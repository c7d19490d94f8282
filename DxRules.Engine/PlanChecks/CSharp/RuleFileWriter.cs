using System.Globalization;
using System.Text;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.CSharp;

/// <summary>Writes a rule as a file of the format dxrule/1. What was not said is left out, so that the reader misses it as in any file.</summary>
internal sealed class RuleFileWriter(string id, string subject)
{
    private readonly StringBuilder text = new();

    public LocalizedText? Title { get; set; }
    public string? Category { get; set; }
    public int Version { get; set; } = 1;
    public List<string> Sources { get; } = [];
    public (DateOnly? From, DateOnly? To) Effective { get; set; }
    public List<WrittenParameter> Parameters { get; } = [];
    public List<string> Needs { get; } = [];
    public List<string> MissingIsFinding { get; } = [];
    public List<WrittenLet> Lets { get; } = [];
    public string? Where { get; set; }
    public string? When { get; set; }
    public List<WrittenLevel> Levels { get; } = [];
    public LocalizedText? Message { get; set; }
    public LocalizedText? Clears { get; set; }
    public List<string> Evidence { get; } = [];
    public List<string> FoldUnder { get; } = [];
    public List<WrittenExample> Examples { get; } = [];

    /// <param name="conditions">Their code stands at the end, in comments.</param>
    public string Write(IEnumerable<HostedCondition> conditions)
    {
        text.Clear();
        Line("format: dxrule/1");
        Line($"id: {Quoted(id)}");
        Both("title", Title);
        Line($"subject: {Quoted(subject)}");
        if (Category is not null)
            Line($"category: {Quoted(Category)}");
        Line(Invariant($"version: {Version}"));
        List("source", Sources);
        if (Effective is { From: not null } or { To: not null })
            Line($"effective: {{ {string.Join(", ", new[] { Day("from", Effective.From), Day("to", Effective.To) }.OfType<string>())} }}");
        Parts("parameters", Parameters, Parameter);
        One("where", Where);
        List("needs", Needs);
        List("missingIsFinding", MissingIsFinding);
        Parts("let", Lets, let => $"  {Quoted(let.Ja)}: {{ en: {Quoted(let.En)}, is: {Quoted(let.Feel)}{(let.Unit is { } unit ? $", unit: {Texts(unit)}" : "")} }}");
        One("when", When);
        Parts("levels", Levels, Level);
        Both("message", Message);
        Both("clears", Clears);
        List("evidence", Evidence);
        List("foldUnder", FoldUnder);
        Parts("examples", Examples, Example);
        foreach (var condition in conditions)
            Line($"# {condition.Name}: {OneLine(condition.Text)}");
        return text.ToString();
    }

    private static string Parameter(WrittenParameter p)
    {
        var bounds = (p.Min is null ? "" : $", min: {p.Min}") + (p.Max is null ? "" : $", max: {p.Max}");
        return $"  {Quoted(p.Ja)}: {{ en: {Quoted(p.En)}, type: {Quoted(p.Type)}, value: {p.Value}{bounds}{(p.Help is { } help ? $", help: {Texts(help)}" : "")} }}";
    }

    private static string Level(WrittenLevel level)
    {
        var word = SchemaBuilder.CamelCase(level.Severity.ToString());
        var texts = new[] { ("title", level.Title), ("message", level.Message), ("clears", level.Clears) }.Where(t => t.Item2 is not null).ToList();
        if (level.Condition is null && texts.Count == 0)
            return $"  - {word}";
        return $"  - {word}: {(level.Condition is { } condition ? Quoted(condition) : "null")}" + string.Concat(texts.Select(t => $"\n    {t.Item1}: {Texts(t.Item2!)}"));
    }

    private static string Example(WrittenExample example)
    {
        var facts = (example.Missing is { } missing ? $"\n    missing: {Flow(missing)}" : "") + (example.Unknown is { } unknown ? $"\n    unknown: {Flow(unknown)}" : "");
        return Invariant($"  - name: {Quoted(example.Name)}\n    asOf: {example.AsOf:yyyy-MM-dd}\n    given: {OneLine(example.Given)}\n    expect: {Quoted(example.Expect)}") + facts;
    }

    private void Line(string line) => text.Append(line).Append('\n');

    private void One(string key, string? value)
    {
        if (value is not null)
            Line($"{key}: {Quoted(value)}");
    }

    private void Both(string key, LocalizedText? value)
    {
        if (value is not null)
            Line($"{key}:\n  ja: {Quoted(value.Ja)}\n  en: {Quoted(value.En)}");
    }

    private void List(string key, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
            Line($"{key}: {Flow(values)}");
    }

    private void Parts<T>(string key, IReadOnlyList<T> parts, Func<T, string> write)
    {
        if (parts.Count == 0)
            return;
        Line($"{key}:");
        foreach (var part in parts)
            Line(write(part));
    }

    private static string? Day(string key, DateOnly? day) => day is { } known ? Invariant($"{key}: {known:yyyy-MM-dd}") : null;

    private static string Texts(LocalizedText value) => $"{{ ja: {Quoted(value.Ja)}, en: {Quoted(value.En)} }}";

    private static string Flow(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Quoted))}]";

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");

    private static string Quoted(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"";

    private static string Invariant(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);

    internal sealed record WrittenParameter(string Ja, string En, string Type, string Value, string? Min, string? Max, LocalizedText? Help);

    internal sealed record WrittenLet(string Ja, string En, string Feel, LocalizedText? Unit);

    internal sealed record WrittenLevel(Severity Severity, string? Condition, LocalizedText? Title, LocalizedText? Message, LocalizedText? Clears);

    internal sealed record WrittenExample(string Name, DateOnly AsOf, string Given, string Expect, string[]? Missing, string[]? Unknown);
}
