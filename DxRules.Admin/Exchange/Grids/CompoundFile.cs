using System.Buffers.Binary;
using System.Text;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>A file of several streams, as old Office documents are.</summary>
internal static class CompoundFile
{
    private const int Header = 512, EntrySize = 128, SmallSector = 64;
    private const uint LastUsable = 0xFFFFFFF9;

    /// <summary>The content of a stream; null where there is none of that name.</summary>
    public static byte[]? Stream(ReadOnlySpan<byte> file, string name)
    {
        var shift = file.Length < Header ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(file[30..]);
        if (shift is not (9 or 12) || file.Length < 1 << shift)
            return null;
        var sector = 1 << shift;
        var table = Table(file, sector);
        var directory = Chain(file[sector..], table, U32(file, 48), sector, int.MaxValue);
        if (directory.Length < EntrySize)
            return null;
        for (var at = 0; at + EntrySize <= directory.Length; at += EntrySize)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 64));
            var size = U32(directory, at + 120);
            if (length is >= 2 and <= 64 && Encoding.Unicode.GetString(directory, at, length - 2) == name)
                return size >= U32(file, 56)
                    ? Chain(file[sector..], table, U32(directory, at + 116), sector, (int)Math.Min(size, (uint)file.Length))
                    : Chain(Chain(file[sector..], table, U32(directory, 116), sector, int.MaxValue), SmallTable(file, table, sector), U32(directory, at + 116), SmallSector, (int)size);
        }
        return null;
    }

    /// <summary>Which sector follows on which.</summary>
    private static List<uint> Table(ReadOnlySpan<byte> file, int sector)
    {
        var table = new List<uint>();
        for (var i = 0; i < 109; i++)
            AddSector(file, table, U32(file, 76 + i * 4), sector);

        // Files of more than seven megabytes name the rest elsewhere.
        var next = U32(file, 68);
        for (var count = 0; next <= LastUsable && count < file.Length / sector; count++)
        {
            var at = (long)(next + 1) * sector;
            if (at + sector > file.Length)
                break;
            for (var i = 0; i < sector / 4 - 1; i++)
                AddSector(file, table, U32(file, (int)at + i * 4), sector);
            next = U32(file, (int)at + sector - 4);
        }
        return table;
    }

    /// <summary>The same for small streams, which lie together in one stream.</summary>
    private static List<uint> SmallTable(ReadOnlySpan<byte> file, List<uint> table, int sector)
    {
        var content = Chain(file[sector..], table, U32(file, 60), sector, int.MaxValue);
        var small = new List<uint>(content.Length / 4);
        for (var at = 0; at + 4 <= content.Length; at += 4)
            small.Add(U32(content, at));
        return small;
    }

    private static void AddSector(ReadOnlySpan<byte> file, List<uint> table, uint number, int sector)
    {
        var at = (long)(number + 1L) * sector;
        if (number > LastUsable || at + sector > file.Length)
            return;
        for (var i = 0; i < sector / 4; i++)
            table.Add(U32(file, (int)at + i * 4));
    }

    private static byte[] Chain(ReadOnlySpan<byte> sectors, List<uint> table, uint first, int sector, int size)
    {
        using var content = new MemoryStream();

        // A file that names itself as what follows would never end.
        for (var (next, count) = (first, 0); next <= LastUsable && count <= table.Count && content.Length < size; count++)
        {
            var at = (long)next * sector;
            if (at >= sectors.Length)
                break;
            content.Write(sectors.Slice((int)at, (int)Math.Min(sector, sectors.Length - at)));
            next = next < table.Count ? table[(int)next] : uint.MaxValue;
        }
        return content.ToArray()[..(int)Math.Min(size, content.Length)];
    }

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
