using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange;

/// <summary>A file that holds a whole plan: JSON, our workbook, or our CSV files in an archive. What it is, is seen from its content.</summary>
internal static class PlanFile
{
    /// <summary>All that is wrong is told at once; a file with an error gives no plan.</summary>
    /// <param name="name">How messages name the file.</param>
    public static PlanFileReading Read(string name, ReadOnlyMemory<byte> content)
    {
        if (!IsArchive(content.Span))
        {
            var reading = PlanReader.Read(name, content);
            return new PlanFileReading(reading.Document, [.. reading.Diagnostics.Select(found => new PlanFileProblem(PlaceOf(found), found))]);
        }
        var sheets = name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? PlanCsv.ReadZip(name, content) : PlanWorkbookReader.Read(name, content);
        return new PlanFileReading(sheets.Document, [.. sheets.Problems.Select(found => new PlanFileProblem(found.At?.ToString(), found.Problem))]);
    }

    // Workbooks are archives, too.
    private static bool IsArchive(ReadOnlySpan<byte> content) => content.StartsWith("PK"u8);

    private static string PlaceOf(Diagnostic found)
    {
        var (line, column) = found.Source.PositionOf(found.Span.Start);
        return $"{line}:{column}" + (found.Path is null ? "" : $" {found.Path}");
    }
}

/// <param name="Plan">Null where anything is an error.</param>
internal sealed record PlanFileReading(PlanDocument? Plan, IReadOnlyList<PlanFileProblem> Problems);

/// <param name="Place">Line and column with the path, or sheet and cell; null where it is the file as a whole.</param>
internal sealed record PlanFileProblem(string? Place, Diagnostic Problem);
