using System.CommandLine;
using System.Globalization;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>rules controls</c>: the catalogue of security controls, for reading and for taking it over into a plan.</summary>
internal static class RulesControlsCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("controls", new LocalizedText("セキュリティ管理策の目録を示す", "list the catalogue of security controls").In(language));
        var rules = RulesOptions.AddTo(command, language);
        var format = Choice.Option("--format", new LocalizedText("出力の形式", "format of the output"), language, Shape.Text, ("text", Shape.Text), ("json", Shape.Json));
        var skeleton = new Option<bool>("--plan-skeleton")
        {
            Description = new LocalizedText(
                "計画ファイルの security.controls に貼り付けるひな形を示す",
                "print an array to be pasted into a plan file as security.controls").In(language),
        };
        command.Options.Add(format);
        command.Options.Add(skeleton);
        command.SetAction(parsed =>
        {
            if (rules.LoadFolderOrSay(parsed, terminal, language) is not { } folder)
                return ExitCode.CouldNotRun;
            var controls = ControlCatalogue.Of(folder);
            if (parsed.GetValue(skeleton))
                terminal.Out.Write(ControlSkeleton.Write(controls, language));
            else if (parsed.GetValue(format) == Shape.Json)
                terminal.Out.Write(ControlCatalogueJson.Write(controls));
            else
                Print(controls, terminal.Out, language);
            return ExitCode.Ok;
        });
        return command;
    }

    private enum Shape
    {
        Text,
        Json,
    }

    private static void Print(IReadOnlyList<CatalogueControl> controls, TextWriter output, Language language)
    {
        foreach (var chapter in controls.GroupBy(control => control.File.Chapter))
        {
            output.WriteLine($"{chapter.Key} {chapter.First().File.Title.In(language)}");
            foreach (var control in chapter)
                Print(control.Control, output, language);
        }
        var unconfirmed = controls.Count(control => !control.Control.IsConfirmed);
        output.WriteLine(new LocalizedText(
            $"{controls.Count}件。＊の{unconfirmed}件は既定値なので、内容を確かめてください。頻度と目標はすべて既定値です。",
            $"{controls.Count} controls. The {unconfirmed} marked * are defaults to be checked; frequencies and goals are defaults throughout.").In(language));
    }

    private static void Print(ControlDefinition control, TextWriter output, Language language)
    {
        output.WriteLine($"  {control.Id.Value}{(control.IsConfirmed ? " " : language == Language.Japanese ? "＊" : "*")} {control.Title.In(language)}");
        var evidence = string.Join(language == Language.Japanese ? "、" : "; ", control.Evidence.Select(piece => $"{piece.Title.In(language)}{Bracketed(ControlWords.EvidenceKinds[piece.Kind].In(language), language)}"));
        string?[] facts = [ControlWords.Functions[control.Function].In(language), Frequency(control, language), Goal(control, language), evidence];
        output.WriteLine("       " + string.Join(language == Language.Japanese ? "・" : " · ", facts.OfType<string>()));
    }

    private static string Frequency(ControlDefinition control, Language language)
    {
        var interval = control.ReviewEveryMonths is not { } months
            ? null
            : new LocalizedText(months == 1 ? "毎月" : $"{months}か月ごと", months == 1 ? "monthly" : $"every {months} months").In(language);
        var occasion = control.Occasion is { } word ? ControlWords.Occasions[word].In(language) : null;
        return string.Join(language == Language.Japanese ? "と" : " and ", new[] { interval, occasion }.OfType<string>());
    }

    private static string? Goal(ControlDefinition control, Language language)
    {
        if (control.Goal is not { } goal)
            return null;
        var figure = goal.ToString(CultureInfo.InvariantCulture) + control.Unit;
        var direction = control.Direction is { } word ? ControlWords.Directions[word].In(language) : "";
        return language == Language.Japanese ? $"目標{figure}{direction}" : $"goal {figure} {direction}".TrimEnd();
    }

    private static string Bracketed(string text, Language language) => language == Language.Japanese ? $"（{text}）" : $" ({text})";
}
