using System.Net;
using DxRules.Admin.Keeping;
using DxRules.Admin.People;

namespace DxRules.Admin.Hosting;

/// <summary>How the site is to be served.</summary>
/// <param name="DataFolder">Where the SQLite file and the keys lie; absolute, so that it never depends on the working directory by accident.</param>
/// <param name="Urls">Addresses to listen on.</param>
/// <param name="Demo">Whether the sample plans are loaded. The demonstration has a file of its own, so that it never mixes with real plans.</param>
internal sealed record SiteOptions(string DataFolder, IReadOnlyList<string> Urls, bool Demo)
{
    /// <summary>The address by which people reach the site; null where only this machine does.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The reverse proxies that end HTTPS before the site, besides one on this machine.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>The site's own certificate and its key, both PEM, where it ends HTTPS itself.</summary>
    public (string Certificate, string Key)? Certificate { get; init; }

    /// <summary>Where backups lie, and when they are made by themselves.</summary>
    public BackupSettings Backups { get; init; } = new(null, null, BackupSettings.UsualKeep);

    /// <summary>Whether the log is written for programs (a JSON object a line) instead of people.</summary>
    public bool LogsJson { get; init; }

    /// <summary>How often a password is hashed; less only where it guards nothing, as in tests.</summary>
    public int PasswordRounds { get; init; } = SignInRules.PasswordRounds;

    /// <summary>Whether everybody needs a second factor, not only those who see secrets or decide who does.</summary>
    public bool SecondFactorForAll { get; init; }

    /// <summary>Pages that one person may ask for in a minute; more only where nobody is kept waiting, as in tests.</summary>
    public int PagesPerMinute { get; init; } = PagePace.PerPerson;

    /// <summary>Whether only this machine reaches the site.</summary>
    public bool IsLoopback => PublicUrl is null;

    public string DatabaseFile => Path.Combine(DataFolder, Demo ? "demo.db" : "dxrules.db");

    public string BackupFolder => Backups.Folder ?? Backup.FolderIn(DataFolder);

    public string KeyFolder => Path.Combine(DataFolder, "keys");
}
