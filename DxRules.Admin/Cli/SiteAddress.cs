using System.CommandLine;
using DxRules.Admin.People;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>--public-url URL</c>: where people reach the site, for the links that are handed to them.</summary>
internal static class SiteAddress
{
    public static Option<string> CreateOption(Language language) => new("--public-url")
    {
        Description = new LocalizedText($"利用者が開くサイトのURL（既定: {ServeCommand.UsualUrl}）", $"where people open the site (default: {ServeCommand.UsualUrl})").In(language),
        HelpName = "URL",
        DefaultValueFactory = _ => ServeCommand.UsualUrl,
    };

    /// <summary>Prints a one-time link.</summary>
    public static void PrintLink(OpenData data, string site, string secret)
    {
        var (link, hours) = (site.TrimEnd('/') + SignInLinks.PathOf(secret), SignInLinks.Valid.TotalHours);
        data.Say(new(
            $"パスワードを設定するリンク（{hours}時間以内に一度だけ使えます。本人に手渡してください）:\n{link}",
            $"link to set a password (works once within {hours} hours; hand it to the person):\n{link}"));
    }
}
