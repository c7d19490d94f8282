using System.Text;
using DxRules.Engine.Feel.Syntax;

namespace DxRules.Tests.Engine.Feel.Syntax;

public sealed class NameCharactersTests
{
    [Fact]
    public void Every_kana_composes_as_Unicode_says_also_without_ICU()
    {
        const string Bases = "うかきくけこさしすせそたちつてとはひふへほゝウカキクケコサシスセソタチツテトハヒフヘホワヰヱヲヽ";
        const string Composed = "ゔがぎぐげござじずぜぞだぢづでどばびぶべぼゞヴガギグゲゴザジズゼゾダヂヅデドバビブベボヷヸヹヺヾ";

        NameCharacters.Normalized(string.Concat(Bases.Select(kana => $"{kana}\u3099"))).ShouldBe(Composed);
        NameCharacters.Normalized("は\u309Aひ\u309Aふ\u309Aへ\u309Aほ\u309Aハ\u309Aホ\u309A").ShouldBe("ぱぴぷぺぽパポ");
    }

    [Fact]
    public void What_does_not_compose_stays()
    {
        foreach (var text in new[] { "あ\u3099", "か\u309A", "ん\u3099", "\u3099か", "が\u3099", "\ud83d", "🐎" })
            NameCharacters.Normalized(text).ShouldBe(text);
    }

    [Fact]
    public void Kana_compose_as_the_library_does_it()
    {
        Assert.SkipWhen("か\u3099".Normalize(NormalizationForm.FormC) != "が", "This runtime has no ICU to compare with.");
        for (var kana = '\u3041'; kana <= '\u30FF'; kana++)
        {
            foreach (var mark in "\u3099\u309A")
                NameCharacters.Normalized($"{kana}{mark}").ShouldBe($"{kana}{mark}".Normalize(NormalizationForm.FormC));
        }
    }
}
