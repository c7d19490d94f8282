using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>The plan of a verb that looks at one only.</summary>
internal static class SinglePlan
{
    /// <summary>Reads it, or says on standard error why it cannot be used and gives null.</summary>
    /// <param name="verb">The verb, for the message.</param>
    public static PlanDocument? ReadOrSay(string file, string verb, Terminal terminal, Language language)
    {
        var sources = PlanSources.Find([file], terminal.In).Take(2).ToList();
        if (sources.Count != 1)
        {
            terminal.Error.WriteLine(new LocalizedText(
                $"dxrules: {verb} には計画を一つだけ指定してください。{file} には{(sources.Count == 0 ? "ありません" : "複数あります")}。",
                $"dxrules: {verb} takes one plan; {file} holds {(sources.Count == 0 ? "none" : "several")}.").In(language));
            return null;
        }
        var reading = sources[0].Read();
        DiagnosticOutput.Write(terminal.Error, reading.Diagnostics, language);
        return reading.Document;
    }
}
