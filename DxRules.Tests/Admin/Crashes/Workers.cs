using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using DxRules.Admin.Audit;
using DxRules.Tests.Admin.Pages.Imports;

namespace DxRules.Tests.Admin.Crashes;

/// <summary>People who work on a site until it is killed under their hands. Each notes what the site told them was done.</summary>
/// <param name="workbook">A workbook of ours in which this text is to be put for a description.</param>
internal sealed class Workers(HttpClient office, HttpClient officer, string officerId, Func<string, byte[]> workbook, int round, Random random)
{
    private readonly ConcurrentQueue<string> done = [];
    private readonly TaskCompletionSource began = new();
    private int count;

    /// <summary>When the first thing was done.</summary>
    public Task Began => began.Task;

    /// <summary>The actions that the site said were done, as the audit log names them.</summary>
    public IReadOnlyList<string> Done => [.. done];

    /// <summary>The texts that the site said were saved.</summary>
    public ConcurrentQueue<string> Saved { get; } = [];

    /// <summary>Opens a page first: two that are opened at once as the first would each bring the browser a form cookie of their own.</summary>
    public async Task Arrive()
    {
        foreach (var browser in new[] { office, officer })
            await Read(browser, "/account");
    }

    public async Task Enter(CancellationToken killed)
    {
        while (!killed.IsCancellationRequested)
        {
            var text = Text();
            if (await Press(office, "/cycles/1/questions?subject=p1-i1", "質問を送る", "質問を送りました", ("subject", "p1-i1"), ("text", text)))
                Note(AuditActions.QuestionAsked, text);
        }
    }

    public async Task RunJobs(CancellationToken killed)
    {
        for (var i = random.Next(3); !killed.IsCancellationRequested; i++)
        {
            if (i % 3 == 1)
                await Import();
            else if (i % 3 == 2 && await Press(office, "/operations", "今すぐバックアップを作る", "バックアップを作りました"))
                Note(AuditActions.BackupMade);
            else if (i % 3 == 0 && await Press(office, "/cycles/1/alerts", "もう一度点検する", "点検しました（第"))
                Note(AuditActions.RunStored);
        }
    }

    /// <param name="closes">Whether the cycle is closed, and corrected from then on.</param>
    public async Task Govern(bool closes, CancellationToken killed)
    {
        const string Publication = "/cycles/1/publication";
        if (closes && await Press(office, "/cycles/1/close", "この点検を完了する", "点検を完了し、結果を固定しました"))
            Note(AuditActions.CycleClosed);
        while (!killed.IsCancellationRequested)
        {
            if (await Press(office, Publication, "公表を申請する", "公表を申請しました", ("approver", officerId), ("note", Text())))
                Note(AuditActions.PublicationRequested);
            if (await Press(officer, Publication, "承認して公表する", "承認しました。公表されています"))
                Note(AuditActions.PublicationApproved);
            if (closes && await Press(office, "/cycles/1", "正誤を発行する", "正誤を発行しました", ("reason", Text())))
                Note(AuditActions.CycleCorrected);
            await Task.Delay(random.Next(50), killed);
        }
    }

    private async Task Import()
    {
        var text = Text();
        using var sent = await office.SendFile("shimin.xlsx", workbook(text), "d-shimin");
        var check = await End(office, await HtmlPage.Read(sent));
        if (Form(check, "取り込む") is { } form && (await End(office, await office.Press(office.BaseAddress!, form))).Main.Contains("版として取り込みました", StringComparison.Ordinal))
            Note(AuditActions.ImportTaken, text);
    }

    /// <summary>Presses a button of a page; null where the site says that it is done, else the page that says otherwise, or has no such button.</summary>
    public static async Task<string?> Refusal(HttpClient browser, string address, string button, string answer, params (string Name, string Value)[] typed)
    {
        var page = await Read(browser, address);
        if (Form(page, button) is not { } form)
            return page.Main;
        page = await End(browser, await browser.Press(new Uri(browser.BaseAddress!, address), form, typed));
        return Tells(page, answer) ? null : page.Main;
    }

    private static async Task<bool> Press(HttpClient browser, string address, string button, string answer, params (string Name, string Value)[] typed) =>
        await Refusal(browser, address, button, answer, typed) is null;

    // The page that comes in the end, where what was asked for is a job that takes its time.
    private static async Task<HtmlPage> End(HttpClient browser, HtmlPage page)
    {
        while (page.All("a").Any(link => HtmlPage.Text(link) == "状況を更新"))
        {
            await Task.Delay(100);
            page = await Read(browser, page.Link("状況を更新"));
        }
        return page.All("a").Any(link => HtmlPage.Text(link) == "結果を見る") && !page.Main.Contains("点検しました", StringComparison.Ordinal) ? await Read(browser, page.Link("結果を見る")) : page;
    }

    // In the message that follows a change or ends a job, not anywhere on the page.
    private static bool Tells(HtmlPage page, string words) =>
        page.WithClass("dx-banner").Concat(page.WithClass("dx-sentence")).Any(place => HtmlPage.Text(place).Contains(words, StringComparison.Ordinal));

    private static XElement? Form(HtmlPage page, string button) => page.All("form").FirstOrDefault(form => form.Descendants("button").Any(one => HtmlPage.Text(one) == button));

    private static async Task<HtmlPage> Read(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        return await HtmlPage.Read(answer);
    }

    private void Note(string action, string? text = null)
    {
        if (text is not null)
            Saved.Enqueue(text);
        done.Enqueue(action);
        began.TrySetResult();
    }

    private string Text() => string.Create(CultureInfo.InvariantCulture, $"第{round}回の{Interlocked.Increment(ref count)}番目の入力");
}
