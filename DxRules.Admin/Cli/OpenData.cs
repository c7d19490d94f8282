using System.CommandLine;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Hosting;
using DxRules.Admin.Keeping;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cli;

/// <summary>The data of a site, opened from the command line; the site may be running meanwhile.</summary>
internal sealed class OpenData(AdminDb db, Terminal terminal, Language language) : IAsyncDisposable
{
    private readonly AuditLog audit = AuditOf(db, terminal);

    public AdminDb Db => db;
    public AuditLog Audit => audit;
    public Terminal Terminal => terminal;
    public Language Language => language;
    public DepartmentHolding Holding => new(db, terminal.Clock);
    public PersonEditing Editing => new(db, Holding, Links, audit, terminal.Clock);
    public PersonAccess Access => new(db, Holding, Links, audit, Viewer.System, terminal.Clock);
    private SignInLinks Links => new(db, audit, terminal.Clock);
    public Texts Texts { get; } = new(language);
    public DateOnly Today => Dates.InJapan(terminal.Clock.GetUtcNow());

    /// <summary><c>--data DIR</c>.</summary>
    public static Option<string> Option(Language language) => new("--data")
    {
        Description = new LocalizedText($"データを置いたフォルダー（既定: {ServeCommand.UsualFolder}）", $"folder of the site's data (default: {ServeCommand.UsualFolder})").In(language),
        HelpName = "DIR",
        DefaultValueFactory = _ => ServeCommand.UsualFolder,
    };

    /// <summary>Does something with the data of a folder; where there are none that this program knows, says so.</summary>
    public static async Task<int> Use(string folder, Terminal terminal, Language language, Func<OpenData, Task<int>> work, CancellationToken cancel)
    {
        var file = FileIn(folder);
        if (Missing(file) is { } missing)
            return Refuse(terminal, language, missing);
        try
        {
            await using var data = new OpenData(Of(file), terminal, language);
            if ((await data.Db.Database.GetPendingMigrationsAsync(cancel)).Any())
            {
                return Refuse(terminal, language, new LocalizedText(
                    $"データベース {file} は前の版のものです。先に dxrules serve でサイトを開くと、新しい形になります。",
                    $"The database {file} is of an earlier version. Opening the site with dxrules serve brings it up to date."));
            }
            return await work(data);
        }
        catch (SqliteException failure)
        {
            return Refuse(terminal, language, SqliteTrouble.Of(failure, file));
        }
    }

    /// <summary>The rows of a database, for nobody in particular.</summary>
    public static AdminDb Of(string file)
    {
        var options = new DbContextOptionsBuilder<AdminDb>();
        AdminDb.Use(options, file);
        return new AdminDb(options.Options, Viewer.System);
    }

    /// <summary>The log into which the command line writes.</summary>
    public static AuditLog AuditOf(AdminDb db, Terminal terminal) => new(db, Viewer.System, terminal.Clock) { Unattended = AuditOrigin.CommandLine };

    /// <summary>The database of a folder.</summary>
    public static string FileIn(string folder) => new SiteOptions(Path.GetFullPath(folder), [], Demo: false).DatabaseFile;

    /// <summary>Why there is no database to work on; null where there is one.</summary>
    public static LocalizedText? Missing(string file) =>
        Restoring.IsUnfinished(Path.GetDirectoryName(file)!) ? RestoreCommand.Unfinished(Path.GetDirectoryName(file)!)
        : File.Exists(file) ? null
        : new LocalizedText(
            $"データベース {file} がありません。--data を確かめるか、先に dxrules serve でサイトを開いてください。",
            $"There is no database {file}. Check --data, or open the site with dxrules serve first.");

    /// <summary>Says on standard error why something was not done.</summary>
    public static int Refuse(Terminal terminal, Language language, params IEnumerable<LocalizedText> why)
    {
        foreach (var sentence in why)
            terminal.Error.WriteLine($"dxrules: {sentence.In(language)}");
        return ExitCode.CouldNotRun;
    }

    public int Refuse(params IEnumerable<LocalizedText> why) => Refuse(terminal, language, why);

    /// <summary>Says what stands against an entry, in the sentences of the pages.</summary>
    public int Refuse(IEnumerable<EntryProblem> problems) => Refuse(problems.Select(problem => (LocalizedText)Texts[problem.TextKey, problem.Arguments]));

    public void Say(LocalizedText sentence) => terminal.Out.WriteLine(sentence.In(language));

    /// <summary>The person of a user name; where there is none, says so and gives null.</summary>
    public async Task<UserRow?> Person(string userName, CancellationToken cancel)
    {
        var normalized = UserNames.Normalize(userName);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.NormalizedUserName == normalized, cancel) is { } found)
            return found;
        var names = await db.Users.AsNoTracking().Select(user => user.UserName!).ToListAsync(cancel);
        var (ja, en) = Spelling.Nearest(userName, names) is { } near ? ($"{near} のことでしょうか。", $" Did you mean {near}?") : ("", "");
        Refuse(new LocalizedText($"「{userName}」という利用者はいません。{ja}", $"There is nobody with the user name '{userName}'.{en}"));
        return null;
    }

    public ValueTask DisposeAsync() => db.DisposeAsync();
}
