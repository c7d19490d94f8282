using System.Buffers.Binary;
using System.Text;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>Where formulas of an old workbook (.xls) give an error, from its records.</summary>
internal static class OldFormulaErrors
{
    private const int SheetRecord = 0x85, BooleanOrError = 0x205, Begin = 0x809, End = 0x0A;

    public static IEnumerable<(string Sheet, int Row, int Column, string Error)> In(byte[] workbook)
    {
        foreach (var (kind, at, length) in Records(workbook, 0))
        {
            if (kind != SheetRecord || length < 8)
                continue;
            var name = Name(workbook.AsSpan(at + 6, length - 6));
            foreach (var (row, column, code) in InSheet(workbook, (int)Math.Min(int.MaxValue, U32(workbook, at))))
                yield return (name, row, column, TextOf(code));
        }
    }

    private static IEnumerable<(int Row, int Column, byte Code)> InSheet(byte[] workbook, int start)
    {
        foreach (var (kind, at, length) in Records(workbook, start))
        {
            var isError = kind == BooleanOrError && length >= 8 && workbook[at + 7] == 1;
            var isFormula = kind is 0x06 or 0x206 or 0x406 && length >= 14 && workbook[at + 6] == 2 && workbook[at + 12] == 0xFF && workbook[at + 13] == 0xFF;
            if (isError || isFormula)
                yield return (U16(workbook, at) + 1, U16(workbook, at + 2), workbook[at + (isError ? 6 : 8)]);
        }
    }

    /// <summary>The records from a place to the end of what begins there.</summary>
    private static IEnumerable<(int Kind, int At, int Length)> Records(byte[] workbook, int start)
    {
        var depth = 0;
        for (var at = start; at + 4 <= workbook.Length;)
        {
            var (kind, length) = (U16(workbook, at), U16(workbook, at + 2));
            if (at + 4 + length > workbook.Length)
                yield break;
            depth += kind == Begin ? 1 : kind == End ? -1 : 0;
            if (depth <= 0)
                yield break;
            yield return (kind, at + 4, length);
            at += 4 + length;
        }
    }

    private static string Name(ReadOnlySpan<byte> name)
    {
        var isWide = (name[1] & 1) == 1;
        var bytes = name[2..Math.Min(name.Length, 2 + name[0] * (isWide ? 2 : 1))];
        return (isWide ? Encoding.Unicode : Encoding.Latin1).GetString(bytes);
    }

    private static string TextOf(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#VALUE!",
    };

    private static int U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
