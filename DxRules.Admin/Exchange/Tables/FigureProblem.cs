using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Tables;

/// <summary>Tells of a figure that cannot be read, with what to do about it.</summary>
internal static class FigureProblem
{
    /// <summary>Null where it can be read.</summary>
    /// <param name="file">How messages name the file.</param>
    public static CellProblem? Of(string file, CellPlace at, FigureReading reading) => reading switch
    {
        { IsReadable: true } => null,
        { Gap: FigureGap.Error } => Told(file, at, "DX631", $"数式がエラー（{reading.Raw}）になっています。", $"The formula gives an error ({reading.Raw}).",
            new("値を入力し直すか、この行を除いてください。", "Enter the value, or leave the row out.")),
        _ => Told(file, at, "DX630", $"「{Short(reading.Raw)}」は数として読めません。", $"'{Short(reading.Raw)}' cannot be read as a figure.",
            new("数を一つだけ入れてください。分からないときは「…」、該当しないときは「－」とします。", "Enter one figure: … where it is not known, － where there can be none.")),
    };

    private static CellProblem Told(string file, CellPlace at, string code, string ja, string en, LocalizedText hint) =>
        new(at, new Diagnostic(code, DiagnosticSeverity.Error, new LocalizedText(ja, en), new SourceText(file, ""), default, hint));

    private static string Short(string text) => (text.Length <= 40 ? text : text[..40] + "…").ReplaceLineEndings(" ");
}
