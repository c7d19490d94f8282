namespace DxRules.Admin.Cli;

/// <summary>The lines of a stream, as bytes.</summary>
internal static class NdjsonLines
{
    /// <param name="longest">A line with more bytes than this is given cut off after one byte more, so that who reads it can refuse it.</param>
    public static IEnumerable<byte[]> Read(Stream input, int longest)
    {
        var line = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (input.Read(buffer) is > 0 and var length)
        {
            for (var from = 0; from < length;)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', from, length - from);
                var until = end < 0 ? length : end;
                line.Write(buffer, from, (int)Math.Min(until - from, longest + 1L - line.Length));
                from = until + 1;
                if (end < 0)
                    continue;
                yield return line.ToArray();
                line.SetLength(0);
            }
        }
        if (line.Length > 0)
            yield return line.ToArray();
    }
}
