using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Engine.Plans.Reading;

/// <summary>A file's bytes as text, and what is wrong with them before anything is read.</summary>
internal sealed record PlanEncoding(SourceText Source, ReadOnlyMemory<byte> Utf8, PlanProblems Problems)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static PlanEncoding Decode(string name, ReadOnlyMemory<byte> bytes, Limits limits, JsonFormat? format = null)
    {
        if (bytes.Length > limits.PlanBytes)
            return Refused(name, "", limits, format, problems => problems.FileTooLarge(bytes.Length));
        if (bytes.Span.StartsWith("PK\u0003\u0004"u8))
            return Refused(name, "", limits, format, problems => problems.SpreadsheetInstead());

        var hasMark = bytes.Span.StartsWith(Encoding.UTF8.Preamble);
        if (hasMark)
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            var problems = new PlanProblems(new SourceText(name, Strict.GetString(bytes.Span)), limits, format);
            if (hasMark)
                problems.ByteOrderMark();
            return new PlanEncoding(problems.Source, bytes, problems);
        }
        catch (DecoderFallbackException e)
        {
            var offset = Encoding.UTF8.GetCharCount(bytes.Span[..Math.Max(0, e.Index)]);
            return Refused(name, Encoding.UTF8.GetString(bytes.Span), limits, format, problems => problems.NotUtf8(offset, bytes.Span));
        }
    }

    private static PlanEncoding Refused(string name, string content, Limits limits, JsonFormat? format, Action<PlanProblems> tell)
    {
        var problems = new PlanProblems(new SourceText(name, content), limits, format);
        tell(problems);
        return new PlanEncoding(problems.Source, default, problems);
    }
}
