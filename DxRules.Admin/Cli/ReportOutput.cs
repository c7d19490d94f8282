using System.Buffers;
using System.Collections.Concurrent;
using DxRules.Engine.Alerts;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>Prints what a check finds: text and NDJSON plan by plan, the other formats when all plans are done.</summary>
/// <param name="head">The report without plans.</param>
/// <param name="kindOf">The name of a kind of subject by its English word.</param>
internal sealed class ReportOutput(
    CheckReport head,
    ReportFormat format,
    Language language,
    Terminal terminal,
    Func<string, LocalizedText> kindOf)
{
    private readonly ReportText text = new(language, terminal.Colour && format == ReportFormat.Text, kindOf);
    private readonly List<PlanReport> plans = [];
    private readonly List<UnreadablePlan> unreadable = [];
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> idle = [];
    private bool hasWritten;

    /// <summary>The day as of which plans are judged.</summary>
    public DateOnly AsOf => head.AsOf;

    /// <summary>A plan's line of NDJSON, which any thread may ask for; null in other formats.</summary>
    public ArrayBufferWriter<byte>? LineOf(PlanReport plan)
    {
        if (format != ReportFormat.Ndjson)
            return null;
        var line = idle.TryTake(out var used) ? used : new ArrayBufferWriter<byte>();
        ReportJson.AppendLine(line, head with { Plans = [plan] });
        return line;
    }

    /// <summary>A plan that was checked.</summary>
    /// <param name="line">As <see cref="LineOf"/> gives it; it is used again for another plan.</param>
    public void Add(string source, PlanReport plan, ArrayBufferWriter<byte>? line)
    {
        switch (format)
        {
            case ReportFormat.Text:
                terminal.Out.Write((hasWritten ? "\n" : "") + text.Write(plan, head.AsOf));
                hasWritten = true;
                break;
            case ReportFormat.Ndjson:
                terminal.Write(line!.WrittenSpan);
                line.ResetWrittenCount();
                idle.Add(line);
                break;
            default:
                plans.Add(plan);
                files.TryAdd(plan.Plan, source);
                break;
        }
    }

    /// <summary>A plan that could not be read; people read why on standard error.</summary>
    public void Add(UnreadablePlan plan)
    {
        if (format == ReportFormat.Ndjson)
            terminal.Out.Write(ReportJson.WriteLine(head, [plan]));
        else
            unreadable.Add(plan);
    }

    /// <summary>Prints what was kept back.</summary>
    public void Finish()
    {
        var report = head with { Plans = plans };
        switch (format)
        {
            case ReportFormat.Json:
                terminal.Out.Write(ReportJson.Write(report, unreadable));
                break;
            case ReportFormat.Csv:
                terminal.Out.Write(ReportCsv.Write(report, language, kindOf));
                break;
            case ReportFormat.Sarif:
                terminal.Out.Write(ReportSarif.Write(report, language, files.GetValueOrDefault));
                break;
        }
    }
}
