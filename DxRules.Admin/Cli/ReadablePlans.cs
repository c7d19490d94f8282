using System.Collections;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>The plans that can be read, one after another. What is wrong with the others is told as soon as their turn comes.</summary>
internal sealed class ReadablePlans(IEnumerable<PlanSource> sources, ReportOutput output, Progress progress, Terminal terminal, Language language)
    : IEnumerable<PlanDocument>
{
    /// <summary>Name of the plan given last.</summary>
    public string Current { get; private set; } = "";

    /// <summary>How many could not be read.</summary>
    public int LeftOut { get; private set; }

    public IEnumerator<PlanDocument> GetEnumerator()
    {
        var number = 0;
        foreach (var source in sources)
        {
            number++;
            progress.Say(new LocalizedText($"{number}件目の計画 {source.Name} を点検しています", $"checking plan {number}, {source.Name}"));
            var reading = source.Read();
            if (reading.Diagnostics.Count > 0)
            {
                progress.Clear();
                DiagnosticOutput.Write(terminal.Error, reading.Diagnostics, language);
            }
            if (reading.Document is { } document)
            {
                Current = source.Name;
                yield return document;
                continue;
            }
            LeftOut++;
            output.Add(new UnreadablePlan(source.Name, reading.Diagnostics));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
