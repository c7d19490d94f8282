using System.Net.Http.Headers;
using DocumentFormat.OpenXml.Packaging;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.Exchange.Workbooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Imports;

/// <summary>Sends spreadsheets to a site as a browser does, and makes those that are sent.</summary>
internal static class SentFiles
{
    public const string Page = "/plans/1/import";

    /// <summary>Sends a file on the page of the plan and follows to where that leads.</summary>
    public static async Task<HttpResponseMessage> SendFile(this HttpClient browser, string name, byte[] content, string? department = null, string page = Page)
    {
        using var opened = await browser.GetAsync(page);
        var form = (await HtmlPage.Read(opened)).All("main").Single().Descendants("form").First(form => HtmlPage.Fields(form).ContainsKey("file"));
        using var sent = new MultipartFormDataContent { { new StringContent(HtmlPage.Fields(form)["__RequestVerificationToken"]), "__RequestVerificationToken" } };
        if (department is not null)
            sent.Add(new StringContent(department), "department");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        sent.Add(file, "file", name);
        return await browser.PostAsync(page, sent);
    }

    /// <summary>The page to which that leads.</summary>
    public static async Task<HtmlPage> Sent(this HttpClient browser, string name, byte[] content, string? department = null)
    {
        using var response = await browser.SendFile(name, content, department);
        response.IsSuccessStatusCode.ShouldBeTrue($"{(int)response.StatusCode}");
        return await HtmlPage.Read(response);
    }

    /// <summary>A workbook of ours with the plan as it stands, and some cells filled in.</summary>
    public static async Task<byte[]> Workbook(this RunningSite site, string? department, Action<WorkbookPart, PlanDocument>? fill = null, bool security = false)
    {
        byte[]? content = null;
        await site.In(async services =>
        {
            var newest = (await services.GetRequiredService<PlanDocuments>().Newest(1, default))!;
            var document = security ? newest.Document : newest.Document.WithoutSecurity();
            var slice = department is null ? PlanSlice.Whole(document) : DepartmentSlice.Of(document, department);
            content = PlanWorkbook.WriteTemplate(slice, newest.Head.Number, new DateOnly(2025, 6, 2));
            if (fill is not null)
                content = EditedWorkbook.Change(content, book => fill(book, slice.Document));
        });
        return content!;
    }

    /// <summary>Types into the cell of an object below a heading.</summary>
    public static void Put(this WorkbookPart book, PlanDocument plan, string sheet, string id, string heading, string value)
    {
        var row = DxRules.Admin.Exchange.Workbooks.PlanRow.Of(plan)[WorkbookShape.Instance.Sheets.First(shape => shape.Name == sheet)].TakeWhile(row => !row.Cells.Contains(id)).Count() + 2;
        EditedWorkbook.Put(book, sheet, row, EditedWorkbook.ColumnOf(sheet, heading), value);
    }

    public static Task<int> Versions(this RunningSite site) => site.Read(db => db.PlanVersions.MaxAsync(version => version.Number));

    public static async Task<T> Read<T>(this RunningSite site, Func<AdminDb, Task<T>> read)
    {
        var found = default(T);
        await site.In(async services => found = await read(services.GetRequiredService<AdminDb>()));
        return found!;
    }
}
