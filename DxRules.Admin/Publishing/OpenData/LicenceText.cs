using System.Globalization;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Publishing.OpenData;

/// <summary>LICENSE.txt: under which terms the data may be used, and how to name where it comes from. It tells facts and is not the licence itself.</summary>
internal static class LicenceText
{
    public const string Name = "CC BY 4.0";
    public const string Address = "https://creativecommons.org/licenses/by/4.0/deed.ja";

    /// <summary>How to name the source.</summary>
    public static string Credit(ApprovedPublication publication) => string.Create(
        CultureInfo.InvariantCulture,
        $"{publication.Content.Head.Municipality}「{publication.Content.Head.PlanTitle}」{Wareki.FormatFiscalYear(publication.Content.Head.FiscalYear)}の進捗（{publication.PublishedOn:yyyy-MM-dd}公表）");

    /// <summary>The text, with the line breaks that any editor shows.</summary>
    public static string Of(ApprovedPublication publication) => $"""
        このフォルダのデータは、クリエイティブ・コモンズ 表示 4.0 国際ライセンス（{Name}）で提供します。
        ライセンスの説明: {Address}

        出典を書けば、複製、再配布、加工、営利目的の利用が自由にできます。
        出典の書き方:
          出典：{Credit(publication)}、{Name}
        加工したときは、加工したことも書いてください。
          例：{Credit(publication)}を加工して作成、{Name}

        The data in this folder is offered under the Creative Commons Attribution 4.0 International licence ({Name}).
        About the licence: https://creativecommons.org/licenses/by/4.0/deed.en

        You may copy, share and adapt it for any purpose, also commercially, if you name the source and say what you changed.
        How to name the source:
          Source: {Credit(publication)}, {Name}

        """.ReplaceLineEndings("\r\n");
}
