using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.People;

/// <summary>Addresses that somebody else was given.</summary>
[Collection(typeof(SecretCollection))]
public sealed class KnownAddressTests(SecretSite shared)
{
    [Fact]
    public async Task Whatever_they_can_open_shows_nothing_of_it_to_anybody_else()
    {
        var readings = await shared.Readings;
        var known = await shared.Known;
        await Task.WhenAll(readings.Select(async reading =>
        {
            var outsider = new Crawl(await shared.Site.As(reading.Roles, reading.Departments));
            foreach (var address in known)
            {
                var answer = reading.Secret.Pages.GetValueOrDefault(address) ?? await outsider.Read(address);
                SecrecyTests.Without(answer, address).ShouldNotContain(CanaryPlan.Word, Case.Insensitive, $"{address} as {reading.Roles}");
            }
        }));
    }
}
