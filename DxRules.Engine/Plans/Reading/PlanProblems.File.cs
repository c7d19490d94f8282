using DxRules.Engine.Text;

namespace DxRules.Engine.Plans.Reading;

/// <summary>DX400–DX409: the file as a whole.</summary>
internal sealed partial class PlanProblems
{
    public void FileTooLarge(int bytes) => Error("DX400", default, null,
        new($"ファイルが大きすぎます（{bytes / 1024 / 1024} MB）。{Limits.PlanBytes / 1024 / 1024} MB まで読み込めます。",
            $"The file is too large ({bytes / 1024 / 1024} MB); at most {Limits.PlanBytes / 1024 / 1024} MB are read."),
        new("計画ごとに一つのファイルにしてください。", "put each plan into a file of its own."));

    public void TooDeep(TextSpan span, JsonNode? inside) => Error("DX400", span, inside?.Path,
        new($"入れ子が深すぎます。{Limits.PlanDepth}段まで読み込めます。", $"Objects and lists are nested too deeply; at most {Limits.PlanDepth} levels are read."));

    public void TooManyValues(TextSpan span, JsonNode? inside) => Error("DX400", span, inside?.Path,
        new($"値が多すぎます。{Limits.PlanValues}個まで読み込めます。", $"There are too many values; at most {Limits.PlanValues} are read."));

    public void NotUtf8(int offset, ReadOnlySpan<byte> bytes) => Error("DX401", new TextSpan(offset, 1), null,
        new("ファイルの文字コードが UTF-8 ではありません。", "The file is not in UTF-8."),
        LooksLikeUtf16(bytes)
            ? new("UTF-16 のようです。UTF-8 で保存し直してください。", "it looks like UTF-16; save it as UTF-8.")
            : new("Shift_JIS のファイルなら、UTF-8 で保存し直してください。", "if it is Shift_JIS, save it as UTF-8."));

    public void SpreadsheetInstead() => Error("DX402", default, null,
        new("JSON ファイルではなく、Excel などの圧縮ファイルです。", "This is not JSON but a compressed file, such as an Excel workbook."),
        new("表は dxrules import で取り込めます。", "tables are read by dxrules import."));

    public void NotJson(int offset, string found) => Error("DX402", new TextSpan(offset, 1), null,
        new($"JSON ファイルではありません。「{{」で始まるはずのところに「{found}」があります。", $"This is not JSON: expected '{{', found '{found}'."),
        Form);

    public void EmptyFile() => Error("DX403", default, null,
        new("ファイルが空です。", "The file is empty."),
        Form);

    public void ByteOrderMark() => Warning("DX404", default, null,
        new("ファイルの先頭に目に見えない印（BOM）があります。", "The file begins with an invisible byte order mark."),
        new("読み込みましたが、「UTF-8（BOM なし）」で保存すると他のソフトでも安全です。", "it was read; other software is safer with 'UTF-8 without BOM'."));

    public void FormatMissing(JsonNode root) => Error("DX405", root,
        new("format がありません。", "There is no format."),
        new($"先頭に \"format\": \"{Format.Name}\" を書いてください。", $"write \"format\": \"{Format.Name}\" first."));

    public void OtherFormat(JsonNode format)
    {
        var found = Expected.Found(format);
        Error("DX406", format,
            new($"format は \"{Format.Name}\" のはずですが、{found.Ja}です。", $"Expected the format \"{Format.Name}\", found {found.En}."),
            new("別の種類のファイルか、新しい版のファイルです。", "this is a file of another kind, or of a newer version."));
    }

    private LocalizedText Form =>
        new($"{Format.Called.Ja}は {{ \"format\": \"{Format.Name}\", … }} の形です。", $"{Format.Called.En} has the form {{ \"format\": \"{Format.Name}\", … }}.");

    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes) => bytes.Length >= 2 && bytes[0] is 0xFE or 0xFF && bytes[1] is 0xFE or 0xFF;
}
