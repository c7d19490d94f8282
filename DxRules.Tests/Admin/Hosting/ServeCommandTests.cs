using System.Text.RegularExpressions;
using DxRules.Admin.Cli;

namespace DxRules.Tests.Admin.Hosting;

public sealed class ServeCommandTests(LoadedDemo loaded) : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData("")]
    public async Task The_site_is_served_until_it_is_stopped_and_says_where_it_is_and_where_its_data_lie(string verb)
    {
        using var stop = new CancellationTokenSource();
        using var data = await loaded.Copy();

        var serving = Run([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--demo", "--urls", "http://127.0.0.1:0", "--data", data.Path], stop.Token);
        using var client = new HttpClient();
        var home = await client.GetStringAsync(await Address());
        await stop.CancelAsync();

        home.ShouldContain("DX推進担当課としてサインイン");
        output.ToString().ShouldContain("office    DX推進担当課");
        output.ToString().ShouldContain(Path.Combine(data.Path, "demo.db"));
        (await serving).ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public async Task An_address_that_others_could_reach_is_refused_before_anything_is_written()
    {
        var data = Path.Combine(folder.Path, "data");

        (await Run(["serve", "--urls", "http://0.0.0.0:5080", "--data", data])).ShouldBe(ExitCode.CouldNotRun);

        error.ToString().ShouldContain("端末の外から届きます");
        Directory.Exists(data).ShouldBeFalse();
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_words()
    {
        await using var other = await RunningSite.Start(FabricatedCheck.Nothing);

        (await Run(["serve", "--urls", other.Address.ToString().TrimEnd('/'), "--data", folder.Path, "--lang", "en"])).ShouldBe(ExitCode.CouldNotRun);

        error.ToString().ShouldContain("is in use. Name another port with --urls.");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_in_words()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "dxrules.db"), "これはデータベースではありません。".PadRight(2000));

        (await Run(["serve", "--urls", "http://127.0.0.1:0", "--data", folder.Path])).ShouldBe(ExitCode.CouldNotRun);

        error.ToString().ShouldContain("を開けません");
    }

    private async Task<int> Run(string[] arguments, CancellationToken stop = default) =>
        await DxRulesCommand.Run(arguments, new Terminal(Stream.Null, TextWriter.Synchronized(output), error, TimeProvider.System, Colour: false, Progress: false), stop);

    private async Task<string> Address()
    {
        for (var i = 0; i < 600; i++)
        {
            if (Regex.Match(output.ToString(), @"http://127\.0\.0\.1:\d+") is { Success: true } address)
                return address.Value;
            await Task.Delay(100);
        }
        throw new TimeoutException($"The site did not say where it is. {error}");
    }
}
