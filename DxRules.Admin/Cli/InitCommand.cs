using System.CommandLine;
using System.CommandLine.Parsing;
using DxRules.Admin.Starting;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>init CODE</c>: a folder for a city to begin with. What no option says is asked for where a person sits at the keyboard.</summary>
internal static class InitCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("init", new LocalizedText(
            "新しい市の計画、設定、独自規則、手引きのひな形をフォルダーに作る", "make a folder to begin with: plan, settings, a rule of one's own, a guide").In(language));
        var code = new Argument<string>("CODE") { Description = new LocalizedText("全国地方公共団体コード（6桁）", "全国地方公共団体コード, six digits").In(language) };
        var name = Text("--name", "NAME", "団体の名前", "name of the municipality");
        var title = Text("--title", "TITLE", "計画の名前", "title of the plan");
        var first = new Option<int?>("--from") { Description = new LocalizedText("計画の最初の年度（西暦）", "first fiscal year of the plan").In(language), HelpName = "YEAR" };
        var last = new Option<int?>("--to") { Description = new LocalizedText("計画の最後の年度（西暦）", "last fiscal year of the plan").In(language), HelpName = "YEAR" };
        var without = new Option<string[]>("--without")
        {
            // Which there are is not told here: every command would have to read the rules for it.
            Description = new LocalizedText("市にないもの。主題の名前（マイナンバー、会議体、外部委託など）", "what the city does not have: topics such as myNumber, governanceBodies, outsourcing").In(language),
            HelpName = "TOPIC", AllowMultipleArgumentsPerToken = true,
        };
        var folder = Text("--out", "DIR", "作るフォルダー（既定: CODEの名前）", "the folder to make (default: named after CODE)");
        var ask = new Option<bool>("--no-questions") { Description = new LocalizedText("何も尋ねない", "ask nothing").In(language) };
        code.Validators.Add(result => ExpectCode(result, language));
        without.Validators.Add(result => ExpectTopics(result, language));
        command.Arguments.Add(code);
        foreach (var option in new Option[] { name, title, first, last, without, folder, ask })
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var known = new InitRequest(
                parsed.GetRequiredValue(code), parsed.GetValue(name)?.Trim(), parsed.GetValue(title)?.Trim(), parsed.GetValue(first), parsed.GetValue(last),
                [.. (parsed.GetValue(without) ?? []).Select(StarterAnswers.Find).OfType<Topic>().Distinct()]);
            return Run(known, parsed.GetValue(folder) ?? known.Code, terminal.Asks && !parsed.GetValue(ask), terminal, language);
        });
        return command;

        Option<string?> Text(string option, string value, string ja, string en) => new(option) { Description = new LocalizedText(ja, en).In(language), HelpName = value };
    }

    private static int Run(InitRequest known, string folder, bool asks, Terminal terminal, Language language)
    {
        var files = new PlanFiles(terminal, language);
        if (!files.MayMake(folder) || !files.CanMake(folder))
            return ExitCode.CouldNotRun;
        if (asks)
            known = new InitQuestions(terminal, language).Ask(known);
        if (string.IsNullOrWhiteSpace(known.Name))
            return Refuse(terminal, language, new("団体の名前を --name で指定してください。", "Name the municipality with --name."));
        if (known.LastYear < known.FirstYear)
            return Refuse(terminal, language, new($"計画の最後の年度 {known.LastYear} が、最初の年度 {known.FirstYear} より前です。", $"The last fiscal year {known.LastYear} lies before the first, {known.FirstYear}."));
        var reason = new LocalizedText("初期設定（dxrules init）で「ない」とした", "answered to dxrules init that there is none").In(language);
        var answers = new StarterAnswers(
            known.Code, known.Name!, Prefectures.Of(known.Code)!, string.IsNullOrWhiteSpace(known.Title) ? null : known.Title, known.FirstYear, known.LastYear,
            [.. known.Lacks.Select(topic => (topic, reason))], language);
        if (!files.WriteFolder(folder, StarterFolder.Of(answers), replace: false))
            return ExitCode.CouldNotRun;
        terminal.Out.WriteLine(new LocalizedText(
            $"次に、足りないものを確かめてください（影響の大きい順に並びます）。進め方は README.md にあります。\n  dxrules check {Path.Combine(folder, StarterFolder.Plan)} --profile {Path.Combine(folder, StarterFolder.Profile)}",
            $"Next, see what is missing (what matters most comes first). README.md tells how to go on.\n  dxrules check {Path.Combine(folder, StarterFolder.Plan)} --profile {Path.Combine(folder, StarterFolder.Profile)} --lang en").In(language));
        return ExitCode.Ok;
    }

    internal static string NameOf(Topic topic, Language language) => language == Language.English ? topic.En.Value : topic.Name.Value;

    private static void ExpectCode(ArgumentResult result, Language language)
    {
        var typed = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (LocalGovernmentCode.TryParse(typed, out _) && Prefectures.Of(typed) is not null)
            return;
        var cure = typed.Length is 5 or 6 && LocalGovernmentCode.ExpectedCheckDigit(typed) is { } digit
            ? new LocalizedText($"検査数字まで書くと {typed[..5]}{digit} です。", $"With its check digit it is {typed[..5]}{digit}.")
            : new LocalizedText("山形市なら 062014 です。", "山形市, for one, is 062014.");
        result.AddError(new LocalizedText(
            $"「{typed}」は全国地方公共団体コードではありません。都道府県2桁、市区町村3桁、検査数字1桁の6桁を指定してください。{cure.Ja}",
            $"'{typed}' is no 全国地方公共団体コード: two digits for the prefecture, three for the municipality, one to check. {cure.En}").In(language));
    }

    private static void ExpectTopics(OptionResult result, Language language)
    {
        foreach (var token in result.Tokens.Where(token => StarterAnswers.Find(token.Value) is null))
        {
            var names = string.Join(' ', StarterAnswers.Topics.Select(topic => NameOf(topic, language)));
            result.AddError(new LocalizedText($"主題「{token.Value}」はありません。外せるのは {names} です。", $"There is no topic '{token.Value}'. There are: {names}.").In(language));
        }
    }

    private static int Refuse(Terminal terminal, Language language, LocalizedText why)
    {
        terminal.Error.WriteLine($"dxrules: {why.In(language)}");
        return ExitCode.CouldNotRun;
    }
}

/// <summary>What is known of a city that begins; null for what nobody said yet.</summary>
internal sealed record InitRequest(string Code, string? Name, string? Title, int? FirstYear, int? LastYear, IReadOnlyList<Topic> Lacks);
