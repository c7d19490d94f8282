using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Workbooks;

namespace DxRules.Admin.Exchange.Marks;

/// <summary>Adds comments to the cells of a sheet and keeps those that are there. A comment has its text in one part and its box in another, drawn in VML.</summary>
internal sealed partial class CellComments(WorksheetPart part)
{
    private const string Author = "DxRules";

    /// <summary>Before what we say of a cell, so that it can be told from what people said.</summary>
    private const string Mark = "【取込の指摘】";
    private const string Mended = "前の指摘は直っています。";

    /// <summary>More boxes than a person would read; the cells are filled and listed all the same.</summary>
    private const int Most = 1000;

    private readonly List<(CellPlace At, string Text)> added = [];

    public void Add(CellPlace at, string text)
    {
        if (added.Count < Most)
            added.Add((at, text));
    }

    public void Save()
    {
        if (added.Count == 0 && part.WorksheetCommentsPart is null)
            return;
        var comments = (part.WorksheetCommentsPart ?? part.AddNewPart<WorksheetCommentsPart>()).Comments ??= new Comments();
        comments.Authors ??= new Authors();
        comments.CommentList ??= new CommentList();
        foreach (var old in comments.CommentList.Elements<Comment>())
            TakeBack(old);
        var author = AuthorIn(comments.Authors);
        var there = comments.CommentList.Elements<Comment>().Where(comment => comment.Reference?.Value is not null).GroupBy(comment => comment.Reference!.Value!).ToDictionary(group => group.Key, group => group.First());
        var boxes = new List<CellPlace>();
        foreach (var (at, text) in added)
        {
            if (there.TryGetValue(at.Name, out var comment))
                (comment.CommentText ??= new CommentText()).Append(RunOf(comment.InnerText.Length == 0 ? Mark + text : $"\n{Mark}{text}"));
            else
            {
                comments.CommentList.Append(new Comment(new CommentText(RunOf(Mark + text))) { Reference = at.Name, AuthorId = author });
                boxes.Add(at);
            }
        }
        foreach (var mended in comments.CommentList.Elements<Comment>().Where(comment => comment.InnerText.Length == 0 && comment.AuthorId?.Value == author))
            (mended.CommentText ??= new CommentText()).Append(RunOf(Mended));
        if (boxes.Count > 0)
            Draw(boxes);
    }

    // What was said of the cell when the file was marked before, and stands there no more.
    private static void TakeBack(Comment comment)
    {
        foreach (var text in comment.Descendants<Text>().ToList())
        {
            var at = text.Text == Mended ? 0 : text.Text.IndexOf(Mark, StringComparison.Ordinal);
            if (at < 0)
                continue;
            text.Text = text.Text[..at].TrimEnd('\n');
            foreach (var after in text.Parent!.ElementsAfter().ToList())
                after.Remove();
            if (text.Text.Length == 0)
                text.Parent.Remove();
            return;
        }
    }

    private static uint AuthorIn(Authors authors)
    {
        var at = authors.Elements<Author>().TakeWhile(author => author.Text != Author).Count();
        if (at == authors.ChildElements.Count)
            authors.Append(new Author(Author));
        return (uint)at;
    }

    private static Run RunOf(string text) => new(new Text(WorkbookText.Plain(text)) { Space = SpaceProcessingModeValues.Preserve });

    private void Draw(IReadOnlyList<CellPlace> boxes)
    {
        var legacy = part.Worksheet.GetFirstChild<LegacyDrawing>();
        var drawing = legacy?.Id?.Value is { } id && part.TryGetPartById(id, out var there) && there is VmlDrawingPart vml ? vml : null;
        var text = drawing is null ? Empty : ReadText(drawing);
        if (drawing is null)
        {
            drawing = part.AddNewPart<VmlDrawingPart>();
            legacy?.Remove();
            part.Worksheet.AddChild(new LegacyDrawing { Id = part.GetIdOfPart(drawing) });
        }

        // As a text: what Excel writes here is not always well-formed XML.
        var end = text.LastIndexOf("</xml>", StringComparison.Ordinal) is var found and >= 0 ? found : text.Length;
        var number = BoxNumber().Matches(text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).DefaultIfEmpty(1024).Max();
        var shapes = new StringBuilder(text.Contains("id=\"_x0000_t202\"", StringComparison.Ordinal) ? "" : BoxType);
        foreach (var at in boxes)
            shapes.Append(Box(++number, at));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.Insert(end, shapes.ToString())));
        drawing.FeedData(stream);
    }

    private static string ReadText(VmlDrawingPart drawing)
    {
        using var reader = new StreamReader(drawing.GetStream(FileMode.Open, FileAccess.Read));
        return reader.ReadToEnd();
    }

    private const string Empty = """
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
        <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
        </xml>
        """;

    private const string BoxType = """
        <v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
        """;

    // Beside its cell, four columns wide and five rows high.
    private static string Box(int number, CellPlace at) => string.Create(CultureInfo.InvariantCulture, $"""
        <v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:80pt;z-index:{number};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{at.Column + 1}, 15, {at.Row - 1}, 2, {at.Column + 5}, 15, {at.Row + 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{at.Row - 1}</x:Row><x:Column>{at.Column}</x:Column></x:ClientData></v:shape>

        """);

    [GeneratedRegex("_x0000_s([0-9]{1,8})")]
    private static partial Regex BoxNumber();
}
