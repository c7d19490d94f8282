using System.Text;

namespace DxRules.Admin.Cli;

/// <summary>What a verb sees of the world outside: its streams, the clock, and whether a person reads along.</summary>
/// <param name="In">Plans in NDJSON, where the verb reads them from standard input; bytes, so that another encoding is told and not guessed.</param>
/// <param name="Out">What the verb was asked for, and nothing else.</param>
/// <param name="Error">Progress, notices and errors; progress is written from a thread of its own.</param>
/// <param name="Clock">Today, where no date was given, and when it is time to tell how far things have come.</param>
/// <param name="Colour">Whether <paramref name="Out"/> is a terminal that shows colours.</param>
/// <param name="Progress">Whether a person watches <paramref name="Error"/>, so that a line may be written over.</param>
/// <param name="Asks">Whether a person sits at <paramref name="In"/>, who can be asked.</param>
internal sealed record Terminal(Stream In, TextWriter Out, TextWriter Error, TimeProvider Clock, bool Colour, bool Progress, bool Asks = false)
{
    /// <summary>The streams of the process, in UTF-8 without byte order mark and with LF on every system.</summary>
    public static Terminal OfProcess()
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        UseUtf8(encoding);
        return new Terminal(
            Console.OpenStandardInput(),
            Writer(Console.OpenStandardOutput(), encoding, autoFlush: !Console.IsOutputRedirected),
            TextWriter.Synchronized(Writer(Console.OpenStandardError(), encoding, autoFlush: true)),
            TimeProvider.System,
            Colour: !Console.IsOutputRedirected && WantsColour(),
            Progress: !Console.IsErrorRedirected,
            Asks: !Console.IsInputRedirected && !Console.IsErrorRedirected);
    }

    /// <summary>Writes to <see cref="Out"/> what is UTF-8 already: as it is, where that ends in a stream.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        if (Out is not StreamWriter { BaseStream: var stream })
        {
            Out.Write(Encoding.UTF8.GetString(utf8));
            return;
        }
        Out.Flush();
        stream.Write(utf8);
    }

    // https://no-color.org: any value but an empty one turns colours off. A dumb terminal cannot show them.
    private static bool WantsColour() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static void UseUtf8(Encoding encoding)
    {
        try
        {
            Console.OutputEncoding = encoding;
        }
        catch (IOException)
        {
            // There is no console to tell; the bytes are UTF-8 all the same.
        }
    }

    private static StreamWriter Writer(Stream stream, Encoding encoding, bool autoFlush) =>
        new(stream, encoding) { AutoFlush = autoFlush, NewLine = "\n" };
}
