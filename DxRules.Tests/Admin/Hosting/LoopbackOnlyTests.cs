using System.Net;
using DxRules.Admin.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DxRules.Tests.Admin.Hosting;

public sealed class LoopbackOnlyTests(ReadOnlySite shared) : IClassFixture<ReadOnlySite>
{
    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:5080")]
    public void Addresses_of_this_machine_are_served(string url) => LoopbackOnly.Refuse([url]).ShouldBeNull();

    [Theory]
    [InlineData("http://0.0.0.0:5080", "端末の外から届きます")]
    [InlineData("http://*:5080", "端末の外から届きます")]
    [InlineData("http://+:5080", "端末の外から届きます")]
    [InlineData("http://[::]:5080", "端末の外から届きます")]
    [InlineData("http://192.168.1.5:5080", "端末の外から届きます")]
    [InlineData("http://dx.example.lg.jp", "端末の外から届きます")]
    [InlineData("http://loopback:5080", "端末の外から届きます")]
    [InlineData("https://localhost:5080", "http://")]
    [InlineData("localhost", "URLではありません")]
    [InlineData("http://localhost:0", "127.0.0.1:0")]
    [InlineData("http://localhost:99999", "URLではありません")]
    [InlineData("http://localhost:5080/dx", "URLではありません")]
    public void Other_addresses_are_refused_in_words(string url, string why) => LoopbackOnly.Refuse([url]).ShouldNotBeNull().Ja.ShouldContain(why);

    [Fact]
    public void One_bad_address_among_good_ones_is_refused() =>
        LoopbackOnly.Refuse(["http://localhost:5080", "http://0.0.0.0:5081"]).ShouldNotBeNull();

    [Theory]
    [InlineData("dx.example.com")]
    [InlineData("evil.localhost")]
    public async Task A_name_that_was_pointed_at_this_machine_gets_nothing(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;

        using var response = await shared.Site.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("デモ市");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData("/site.css")]
    public async Task Every_answer_tells_the_browser_to_run_no_script_and_load_nothing_from_elsewhere(string address)
    {
        using var response = await shared.Site.Client.GetAsync(address);

        response.Headers.GetValues("Content-Security-Policy").Single().ShouldBe(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task What_the_surroundings_say_does_not_open_the_site()
    {
        var surroundings = new Dictionary<string, string> { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true", ["ASPNETCORE_ENVIRONMENT"] = "Development" };
        foreach (var (name, value) in surroundings)
            Environment.SetEnvironmentVariable(name, value);
        try
        {
            await using var site = await RunningSite.Start(FabricatedCheck.Nothing);
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");

            using var response = await site.Nobody.SendAsync(request);

            response.StatusCode.ShouldBe(HttpStatusCode.OK, "whoever asks cannot say that they are another machine, or this one");
            await site.In(services =>
            {
                services.GetRequiredService<IHostEnvironment>().EnvironmentName.ShouldBe("Production", "in Development whatever fails is shown with its code");
                return Task.CompletedTask;
            });
        }
        finally
        {
            foreach (var name in surroundings.Keys)
                Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public async Task A_form_larger_than_any_of_ours_is_refused()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["UserName"] = new('x', 2_000_000) });

        using var response = await shared.Site.Nobody.PostAsync("/sign-in", form);

        response.StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task The_folder_of_the_data_is_read_by_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows gives a folder the rights of the one above.");
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");

        await using var site = await RunningSite.Start(FabricatedCheck.Nothing, data);

        if (OperatingSystem.IsWindows())
            return;
        foreach (var own in new[] { data, Path.Combine(data, "keys") })
            File.GetUnixFileMode(own).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, own);
    }

    [Fact]
    public async Task The_stylesheet_is_served_from_beside_the_program()
    {
        using var response = await shared.Site.Client.GetAsync("/site.css");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("--focus-ring: #ffd43d;");
    }
}
