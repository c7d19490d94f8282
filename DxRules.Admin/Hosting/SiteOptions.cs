namespace DxRules.Admin.Hosting;

/// <summary>How the site is to be served.</summary>
/// <param name="DataFolder">Where the SQLite file and the keys lie; absolute, so that it never depends on the working directory by accident.</param>
/// <param name="Urls">Addresses to listen on.</param>
/// <param name="Demo">Whether the two sample plans are loaded. The demonstration has a file of its own, so that it never mixes with real plans.</param>
internal sealed record SiteOptions(string DataFolder, IReadOnlyList<string> Urls, bool Demo)
{
    /// <summary>Whether only this machine reaches the site.</summary>
    public bool IsLoopback => true;

    public string DatabaseFile => Path.Combine(DataFolder, Demo ? "demo.db" : "dxrules.db");

    public string KeyFolder => Path.Combine(DataFolder, "keys");
}
