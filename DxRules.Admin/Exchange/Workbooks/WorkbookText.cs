using System.Xml;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>Texts as a workbook can hold them.</summary>
internal static class WorkbookText
{
    /// <summary>A text without the control characters that XML does not know, which would make the workbook one that cannot be opened.</summary>
    public static string Plain(string text) => text.All(IsPlain) ? text : string.Concat(text.Where(IsPlain));

    private static bool IsPlain(char sign) => XmlConvert.IsXmlChar(sign) || char.IsSurrogate(sign);
}
