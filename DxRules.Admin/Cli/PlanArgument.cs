using System.CommandLine;
using System.CommandLine.Parsing;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>PLAN…</c>: files, folders, or <c>-</c> for standard input.</summary>
internal static class PlanArgument
{
    public static Argument<string[]> Create(Language language)
    {
        var plans = new Argument<string[]>("PLAN")
        {
            Description = new LocalizedText(
                "計画ファイル、そのフォルダー、又は - （標準入力から1行に1計画）",
                "a plan file, a folder of them, or - (standard input, one plan a line)").In(language),
            Arity = ArgumentArity.OneOrMore,
        };

        // A list of files would take a misspelt option for one of them.
        plans.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-') && token.Value != PlanSources.StandardInput))
                result.AddError(ArgumentErrors.Unknown(token.Value, ((CommandResult)result.Parent!).Command).In(language));
        });
        return plans;
    }
}
