using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>Reads and writes what people keep a plan in, and says what stands against it.</summary>
internal sealed class PlanFiles(Terminal terminal, Language language)
{
    /// <summary>What a name stands for; null for what no plan is kept in. A name without an ending is a folder.</summary>
    public static PlanFileKind? KindOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        _ when Directory.Exists(name) => PlanFileKind.Folder,
        ".json" => PlanFileKind.Json,
        ".xlsx" => PlanFileKind.Workbook,
        ".zip" => PlanFileKind.Archive,
        "" => PlanFileKind.Folder,
        _ => null,
    };

    /// <summary>Whether a file may be written: it is not there yet, or is to be replaced.</summary>
    public bool MayWrite(string name, bool replace)
    {
        var isThere = File.Exists(name) || (Directory.Exists(name) && Directory.EnumerateFileSystemEntries(name).Any());
        return !isThere || replace || Refuse($"{name} はすでにあります。置き換えるときは --replace を付けてください。", $"{name} is there already. Add --replace to replace it.");
    }

    /// <summary>Whether a folder may be filled: it is not there yet, or is empty.</summary>
    public bool MayMake(string folder) =>
        (!File.Exists(folder) && (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()))
        || Refuse($"{folder} はすでにあります。ほかのフォルダーを --out で指定してください。", $"{folder} is there already. Name another folder with --out.");

    /// <summary>Whether a folder can be made here: seen before a person is asked for what would then be lost. Nothing is left behind.</summary>
    public bool CanMake(string folder)
    {
        try
        {
            var first = Path.GetFullPath(folder);
            while (!Directory.Exists(first) && Path.GetDirectoryName(first) is { } above && !Directory.Exists(above))
                first = above;
            var isNew = !Directory.Exists(first);
            Directory.CreateDirectory(first);
            File.WriteAllBytes(Path.Combine(first, ".dxrules"), []);
            File.Delete(Path.Combine(first, ".dxrules"));
            if (isNew)
                Directory.Delete(first);
            return true;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return RefuseToWrite(folder);
        }
    }

    /// <summary>The plan in a file of any kind; null where it cannot be read, which is told.</summary>
    public PlanDocument? Read(string name)
    {
        try
        {
            return KindOf(name) switch
            {
                PlanFileKind.Workbook => Told(name, PlanWorkbookReader.Read(name, File.ReadAllBytes(name))),
                PlanFileKind.Archive => Told(name, PlanCsv.ReadZip(name, File.ReadAllBytes(name))),
                PlanFileKind.Folder => Told(name, PlanCsv.Read(name, Directory.EnumerateFiles(name, "*" + PlanCsv.Extension).Order(StringComparer.Ordinal).Select(file => (file, new ReadOnlyMemory<byte>(File.ReadAllBytes(file)))))),
                _ => ReadJson(name, File.ReadAllBytes(name)),
            };
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Refuse($"{name} を読めません。ファイル名とアクセス権を確かめてください。", $"{name} cannot be read. See whether the name is right and may be read.");
            return null;
        }
    }

    /// <summary>Writes a file; whether it could.</summary>
    public bool Write(string name, byte[] content, bool replace) => Try(name, () => WriteWhole(name, content, replace));

    /// <summary>Writes several files into a folder, which is made where it is not there.</summary>
    public bool WriteFolder(string name, IEnumerable<(string Name, byte[] Content)> files, bool replace) => Try(name, () =>
    {
        Directory.CreateDirectory(name);
        foreach (var (file, content) in files)
        {
            var place = Path.Combine([name, .. file.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            WriteWhole(place, content, replace);
        }
    });

    private bool Try(string name, Action write)
    {
        try
        {
            write();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return RefuseToWrite(name);
        }
        terminal.Out.WriteLine(new LocalizedText($"{name} に書き出しました。", $"{name} is written.").In(language));
        return true;
    }

    private PlanDocument? ReadJson(string name, byte[] content)
    {
        var reading = PlanReader.Read(name, content);
        DiagnosticOutput.Write(terminal.Error, reading.Diagnostics, language);
        return reading.Document;
    }

    private PlanDocument? Told(string name, WorkbookReading reading)
    {
        foreach (var (at, problem) in reading.Problems)
            terminal.Error.WriteLine($"{name}{(at is null ? "" : $" {at}")}: {problem.Code}: {problem.Message.In(language)}{(problem.Hint is null ? "" : " " + problem.Hint.In(language))}");
        if (reading.Problems.Count > 0)
            terminal.Error.WriteLine(DiagnosticOutput.Count([.. reading.Problems.Select(problem => problem.Problem)], language));
        return reading.Document;
    }

    // Beside it first, so that a full disk leaves no half a file under its name.
    private static void WriteWhole(string file, byte[] content, bool replace)
    {
        var beside = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllBytes(beside, content);
            File.Move(beside, file, replace);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private bool RefuseToWrite(string name) =>
        Refuse($"{name} に書けません。フォルダーとアクセス権、ほかで開いていないかを確かめてください。", $"{name} cannot be written. See whether the folder is there, may be written to, and the file is not open elsewhere.");

    private bool Refuse(string ja, string en)
    {
        terminal.Error.WriteLine(new LocalizedText(ja, en).In(language));
        return false;
    }
}

internal enum PlanFileKind
{
    Json,
    Workbook,

    /// <summary>CSV files in a .zip archive.</summary>
    Archive,

    /// <summary>CSV files in a folder.</summary>
    Folder,
}
