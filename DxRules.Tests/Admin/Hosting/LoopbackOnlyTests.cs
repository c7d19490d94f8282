using System.Net;
using DxRules.Admin.Hosting;

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
    public async Task The_stylesheet_is_served_from_beside_the_program()
    {
        using var response = await shared.Site.Client.GetAsync("/site.css");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("--focus-ring: #ffd43d;");
    }
}
