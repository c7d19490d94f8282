using System.Text;
using DxRules.Engine.Plans.Reading;
using DxRules.Engine.Text;

namespace DxRules.Engine.Plans;

/// <summary>Reads plan files of format <c>dxplan/1</c>.</summary>
public static class PlanReader
{
    /// <summary>The format this version reads and writes.</summary>
    public const string Format = "dxplan/1";

    /// <summary>
    /// Reads the bytes of a plan file. All that is wrong is told at once, in the order of the file, each with its JSON path, line and column;
    /// a file with an error gives no document. Nothing in a file makes this throw.
    /// </summary>
    /// <param name="name">How messages name the file.</param>
    /// <param name="utf8">The content, in UTF-8.</param>
    /// <param name="limits">What reading it may cost; null for the engine's own bounds.</param>
    public static PlanReading Read(string name, ReadOnlyMemory<byte> utf8, Limits? limits = null)
    {
        var encoding = PlanEncoding.Decode(name, utf8, limits ?? Limits.Default);
        return Read(encoding.Source, encoding.Utf8, encoding.Problems);
    }

    /// <summary>Reads a plan from text; otherwise as <see cref="Read(string, ReadOnlyMemory{byte}, Limits)"/>.</summary>
    public static PlanReading Read(SourceText source, Limits? limits = null) =>
        Read(source, Encoding.UTF8.GetBytes(source.Content), new PlanProblems(source, limits ?? Limits.Default));

    // File → positioned tree → records → references: each step tells its problems, and the next works with what is left.
    private static PlanReading Read(SourceText source, ReadOnlyMemory<byte> utf8, PlanProblems problems)
    {
        PlanDocument? document = null;
        if (!problems.HasErrors && JsonTreeReader.Read(utf8.Span, problems) is { } tree && PlanFormat.Check(tree, problems))
        {
            var names = new PlanNames(problems);
            document = (PlanDocument?)new PlanBinder(problems, names).Bind(tree, PlanShape.Of(typeof(PlanDocument)));
            names.CheckReferences(document);
        }
        return new PlanReading(problems.HasErrors ? null : document, problems.InOrder(), source);
    }
}

/// <summary>What came of reading a plan file.</summary>
/// <param name="Document">The plan, or null if there is an error.</param>
/// <param name="Diagnostics">All errors and warnings, in the order of the file.</param>
/// <param name="Source">The text that was read.</param>
public sealed record PlanReading(PlanDocument? Document, IReadOnlyList<Diagnostic> Diagnostics, SourceText Source);
