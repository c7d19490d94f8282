using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Search;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Search;

/// <summary>What was found of the words in the box that stands on every page.</summary>
internal sealed class IndexModel(SearchReading search, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The only kind that is shown; a few of each where it is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public int PageNumber { get; set; } = 1;

    public SearchWords Words { get; private set; } = SearchWords.Of(null);

    public SearchKind? Only => Enum.TryParse<SearchKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public SearchResults Results { get; private set; } = SearchResults.None;

    public string Address(SearchKind? kind)
    {
        var query = new QueryBuilder { { "q", Q ?? "" } };
        if (kind is { } only)
            query.Add("kind", only.ToString().ToLowerInvariant());
        return $"/search{query.ToQueryString()}";
    }

    [Permits(Access.ReadPlans)]
    public async Task OnGet(CancellationToken cancel)
    {
        Words = SearchWords.Of(Q);
        Results = await search.Find(Words, Only, PageNumber, texts, cancel);
    }
}
