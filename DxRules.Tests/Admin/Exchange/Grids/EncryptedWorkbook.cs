using System.Buffers.Binary;
using System.Text;

namespace DxRules.Tests.Admin.Exchange.Grids;

/// <summary>A workbook as Excel saves it with a password: a compound file of two streams.</summary>
internal static class EncryptedWorkbook
{
    private const int Sector = 512, Stream = 4096;
    private const string Zeros = "AAAAAAAAAAAAAAAAAAAAAA==";
    private const string Cipher = $"saltSize=\"16\" blockSize=\"16\" keyBits=\"128\" hashSize=\"20\" cipherAlgorithm=\"AES\" cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"SHA1\" saltValue=\"{Zeros}\"";

    public static byte[] Content()
    {
        var file = new byte[Sector * 3 + Stream * 2];
        WriteHeader(file.AsSpan(0, Sector));
        WriteSectors(file.AsSpan(Sector, Sector));
        WriteEntry(file.AsSpan(Sector * 2), "Root Entry", kind: 5, right: uint.MaxValue, child: 1, start: 0xFFFFFFFE, size: 0);
        WriteEntry(file.AsSpan(Sector * 2 + 128), "EncryptionInfo", kind: 2, right: 2, child: uint.MaxValue, start: 2, size: Stream);
        WriteEntry(file.AsSpan(Sector * 2 + 256), "EncryptedPackage", kind: 2, right: uint.MaxValue, child: uint.MaxValue, start: 10, size: Stream);
        Info().CopyTo(file, Sector * 3);
        return file;
    }

    private static void WriteHeader(Span<byte> header)
    {
        header[76..].Fill(0xFF);
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header);
        ((ReadOnlySpan<byte>)[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]).CopyTo(header[24..]);
        foreach (var (at, value) in new (int, uint)[] { (44, 1), (48, 1), (52, 0), (56, 4096), (60, 0xFFFFFFFE), (64, 0), (68, 0xFFFFFFFE), (72, 0), (76, 0) })
            BinaryPrimitives.WriteUInt32LittleEndian(header[at..], value);
    }

    // Which sector follows on which: the table itself, the directory, and two streams of eight.
    private static void WriteSectors(Span<byte> table)
    {
        table.Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(table, 0xFFFFFFFD);
        BinaryPrimitives.WriteUInt32LittleEndian(table[4..], 0xFFFFFFFE);
        for (var sector = 2; sector < 18; sector++)
            BinaryPrimitives.WriteUInt32LittleEndian(table[(sector * 4)..], sector is 9 or 17 ? 0xFFFFFFFE : (uint)sector + 1);
    }

    private static void WriteEntry(Span<byte> entry, string name, byte kind, uint right, uint child, uint start, uint size)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)(name.Length * 2 + 2));
        (entry[66], entry[67]) = (kind, 1);
        foreach (var (at, value) in new (int, uint)[] { (68, uint.MaxValue), (72, right), (76, child), (116, start), (120, size) })
            BinaryPrimitives.WriteUInt32LittleEndian(entry[at..], value);
    }

    private static byte[] Info()
    {
        var xml = $"<encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\" xmlns:p=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\"><keyData {Cipher}/>"
            + $"<dataIntegrity encryptedHmacKey=\"{Zeros}\" encryptedHmacValue=\"{Zeros}\"/><keyEncryptors><keyEncryptor uri=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\">"
            + $"<p:encryptedKey spinCount=\"1\" {Cipher} encryptedVerifierHashInput=\"{Zeros}\" encryptedVerifierHashValue=\"{Convert.ToBase64String(new byte[32])}\" encryptedKeyValue=\"{Zeros}\"/></keyEncryptor></keyEncryptors></encryption>";
        return [4, 0, 4, 0, 0x40, 0, 0, 0, .. Encoding.UTF8.GetBytes(xml.PadRight(Stream - 8))];
    }
}
