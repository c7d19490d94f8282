using System.Text;
using DxRules.Admin.Starting;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>Asks on the terminal what <c>init</c> was not told. An empty line leaves a question open, and what the city has stays to be checked.</summary>
internal sealed class InitQuestions(Terminal terminal, Language language)
{
    private readonly StreamReader answers = new(terminal.In, Encoding.UTF8);

    // A keyboard goes on after its end (Ctrl+D); the person does not want to be asked on.
    private bool isOver;

    public InitRequest Ask(InitRequest known)
    {
        while (string.IsNullOrWhiteSpace(known.Name))
        {
            if (Line(new($"団体の名前（{Prefectures.Of(known.Code)}の市区町村。例: 山形市）", $"name of the municipality (in {Prefectures.Of(known.Code)})")) is not { } name)
                return known;
            known = known with { Name = name };
        }
        known = known with { Title = known.Title ?? Line(new("計画の名前（まだなければ空のまま Enter）", "title of the plan (Enter where there is none yet)")) };
        known = known with { FirstYear = known.FirstYear ?? Year(new("計画の最初の年度（例: 2026、令和8年度。未定なら Enter）", "first fiscal year of the plan (2026; Enter if open)")) };
        known = known with { LastYear = known.LastYear ?? Year(new("計画の最後の年度（未定なら Enter）", "last fiscal year of the plan (Enter if open)")) };
        if (isOver)
            return known;
        terminal.Error.WriteLine(new LocalizedText("次のものが市にありますか。ないものは点検から外します（理由は profile.yaml に残り、いつでも戻せます）。", "Does the city have these? What it does not have is left out of checks; profile.yaml says why, and it can be taken back.").In(language));
        return known with { Lacks = [.. known.Lacks, .. StarterAnswers.Topics.Where(topic => !known.Lacks.Contains(topic) && !Has(topic))] };
    }

    private bool Has(Topic topic)
    {
        while (true)
        {
            switch (Line(new($"{topic.Title.Ja} [Y/n]", $"{topic.Title.En} [Y/n]"))?.ToLowerInvariant())
            {
                case null or "" or "y" or "yes" or "はい" or "ある":
                    return true;
                case "n" or "no" or "いいえ" or "ない":
                    return false;
            }
            terminal.Error.WriteLine(new LocalizedText("y（ある）か n（ない）で答えてください。", "Answer y or n.").In(language));
        }
    }

    private int? Year(LocalizedText question)
    {
        while (Line(question) is { Length: > 0 } typed)
        {
            if (Wareki.TryParseFiscalYear(typed, out var year))
                return year;
            terminal.Error.WriteLine(new LocalizedText($"「{typed}」を年度として読めません。2026 や 令和8年度 のように書いてください。", $"'{typed}' is no fiscal year. Write 2026, or 令和8年度.").In(language));
        }
        return null;
    }

    // Null at the end of the input, and ever after.
    private string? Line(LocalizedText question)
    {
        if (isOver)
            return null;
        terminal.Error.Write(question.In(language) + ": ");
        terminal.Error.Flush();
        if (answers.ReadLine() is { } typed)
            return typed.Trim();
        isOver = true;
        terminal.Error.WriteLine();
        return null;
    }
}
