using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DxRules.Admin.Api;
using DxRules.Admin.Cycles;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Api;

/// <summary>What the pages on the API say is what happens: their commands are run, their tables and figures compared.</summary>
public sealed partial class ApiPageTests(ApiSite shared) : IClassFixture<ApiSite>
{
    private static readonly string English = File.ReadAllText(Repository.File("DxRules.Admin", "docs", "en", "api.md"));
    private static readonly string Japanese = File.ReadAllText(Repository.File("DxRules.Admin", "docs", "ja", "api.md"));

    public static TheoryData<string> Commands => [.. Curl().Matches(English).Select(match => match.Value)];

    [Fact]
    public void Both_languages_show_the_same_commands()
    {
        Curl().Matches(Japanese).Select(match => match.Value).ShouldBe(Curl().Matches(English).Select(match => match.Value));
        Commands.Count.ShouldBe(6);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_is_answered(string command)
    {
        var token = await ApiClient.Token(shared.Site, Roles.Reader);
        using var request = Request([.. CommandLineParser.SplitCommandLine(command.Replace("$TOKEN", token.Secret, StringComparison.Ordinal)).Skip(1)]);
        using var http = ApiClient.With(shared.Site, null);
        using var response = await http.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        (await response.Content.ReadAsStringAsync()).Length.ShouldBeGreaterThan(200);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void The_tables_and_figures_are_those_of_the_program(string language)
    {
        var (page, texts) = language == "ja" ? (Japanese, new Texts(Language.Japanese)) : (English, new Texts(Language.English));

        Rows(page, "`").ShouldBe(ApiScopes.All.Select(scope => (scope, texts[$"token.scope.{ApiScopes.KeyOf(scope)}"])));
        Rows(page, "").Select(row => int.Parse(row.First, CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(400, 200).Where(status => ProblemTexts.Of(status) is not null));
        foreach (var figure in new object[] { ApiTokens.LongestDays, ApiParameter.Limit.Most, ApiParameter.Limit.Usual!, ApiLimits.PerMinute, TokenSecret.New().Length, ApiLimits.PlanBytes / 1024 / 1024, ApiLimits.CheckTime.TotalSeconds, ApiLimits.ChecksAtOnce, ApiLimits.ChecksWaiting })
            Regex.IsMatch(page, $"(?<![0-9]){figure}(?![0-9])").ShouldBeTrue($"{figure}");
        page.ShouldContain(TokenSecret.Prefix);
        page.ShouldContain(ApiPaths.Document);
    }

    private static IEnumerable<(string First, string Second)> Rows(string page, string quote) =>
        Regex.Matches(page, $@"^\| {quote}([a-z]+:[a-z]+|[0-9]+){quote} \| (.+) \|\r?$", RegexOptions.Multiline).Select(row => (row.Groups[1].Value, row.Groups[2].Value));

    // The plan and the cycle of the demonstration are the only ones of this site.
    private HttpRequestMessage Request(string[] arguments)
    {
        var request = new HttpRequestMessage();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "-H" && arguments[++i].Split(": ", 2) is [var name, var value])
                request.Headers.TryAddWithoutValidation(name, value);
            else if (arguments[i] == "--data-binary" && arguments[++i] == "@plan.json")
                (request.Method, request.Content) = (HttpMethod.Post, ApiClient.Json(PlanWriter.Write(Samples.Read("demo-city.json"))));
            else
                request.RequestUri = new Uri(shared.Site.Address, new Uri(arguments[i]).PathAndQuery.Replace("/plans/2", "/plans/1", StringComparison.Ordinal).Replace("/cycles/5", "/cycles/1", StringComparison.Ordinal));
        }
        return request;
    }

    [GeneratedRegex("^curl .*$", RegexOptions.Multiline)]
    private static partial Regex Curl();
}
