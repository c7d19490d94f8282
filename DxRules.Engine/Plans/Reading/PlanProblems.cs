using DxRules.Engine.Text;

namespace DxRules.Engine.Plans.Reading;

/// <summary>Collects what is wrong with a plan file, or a file of another format that is read as strictly. The wording of every such message stands in the parts of this class.</summary>
internal sealed partial class PlanProblems(SourceText source, Limits limits, JsonFormat? format = null)
{
    private readonly List<Diagnostic> diagnostics = [];
    private int untold;

    public SourceText Source { get; } = source;

    /// <summary>What reading the file may cost.</summary>
    public Limits Limits { get; } = limits;

    /// <summary>The format that is read.</summary>
    public JsonFormat Format { get; } = format ?? JsonFormat.Plan;

    public bool HasErrors { get; private set; }

    /// <summary>All problems in the order of the file; where there are more than fit, the last one gives their number.</summary>
    public IReadOnlyList<Diagnostic> InOrder()
    {
        var told = DiagnosticPrinter.InOrder(diagnostics);
        return untold == 0 ? [.. told] : [.. told, TooMany()];
    }

    private void Error(string code, TextSpan span, string? path, LocalizedText message, LocalizedText? hint = null)
    {
        HasErrors = true;
        Tell(new Diagnostic(code, DiagnosticSeverity.Error, message, Source, span, hint, path));
    }

    /// <summary>Takes in an error about a value that only this format knows.</summary>
    public void Error(string code, JsonNode node, LocalizedText message, LocalizedText? hint = null) =>
        Error(code, node.Span, node.Path, message, hint);

    private void Warning(string code, TextSpan span, string? path, LocalizedText message, LocalizedText? hint = null) =>
        Tell(new Diagnostic(code, DiagnosticSeverity.Warning, message, Source, span, hint, path));

    private void Tell(Diagnostic diagnostic)
    {
        if (diagnostics.Count < Limits.PlanProblems)
            diagnostics.Add(diagnostic);
        else
            untold++;
    }

    private Diagnostic TooMany() => new(
        "DX499",
        HasErrors ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        new($"このほかに{untold}件の問題があります。", $"There are {untold} more problems."),
        Source,
        new TextSpan(Source.Content.Length, 0),
        new("上の問題を直してから、もう一度読み込んでください。", "correct those above and read the file again."));

    // Looking for the word meant is dear where a plan has many ids: not done for problems nobody sees, nor among all of them.
    private LocalizedText? DidYouMean(string word, IEnumerable<string> candidates)
    {
        const int MostCandidates = 5_000;
        if (diagnostics.Count >= Limits.PlanProblems || Spelling.Nearest(word, candidates.Take(MostCandidates)) is not { } meant)
            return null;
        return new($"「{meant}」ではありませんか。", $"did you mean '{meant}'?");
    }
}
