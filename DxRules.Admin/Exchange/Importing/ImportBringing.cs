using System.Globalization;
using System.Security.Cryptography;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Peers;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>A file that a person sends for a plan.</summary>
/// <param name="Department">Municipality and id of the department whose figures it brings; null for the whole plan.</param>
internal sealed record SentFile(int Plan, string Name, byte[] Content, string? Department);

/// <summary>What came of a file.</summary>
/// <param name="Import">Null where it was not taken: nothing is kept of it then.</param>
/// <param name="Problems">Why not.</param>
internal sealed record BroughtFile(ImportRow? Import, IReadOnlyList<CellProblem> Problems);

/// <summary>Takes in files. One that cannot be read leaves nothing behind.</summary>
internal sealed class ImportBringing(AdminDb db, PlanDocuments documents, ImportTables tables, PeerDefinitions peers, KeptFiles kept, AuditLog audit, TimeProvider clock)
{
    /// <summary>Characters of a name that are kept.</summary>
    public const int LongestName = 150;

    /// <summary>Reads a file, guesses what its columns mean or which figures of another municipality belong to which of ours, and keeps both.</summary>
    /// <exception cref="UnauthorizedAccessException">The person may not bring figures of that department.</exception>
    public async Task<BroughtFile> Bring(SentFile sent, CancellationToken cancel)
    {
        if (!db.Viewer.MayBring(sent.Department))
            throw new UnauthorizedAccessException();
        if (await documents.Newest(sent.Plan, cancel) is not { } plan)
            return new BroughtFile(null, []);
        if (PeerFiles.IsJson(sent.Content))
            return await BringPeers(sent, plan.Document, cancel);
        var reading = GridFile.Read(sent.Name, sent.Content, cancel);
        if (reading.Grids is not { } grids)
            return new BroughtFile(null, reading.Problems);
        if (PeerFiles.IsTable(grids))
            return await BringPeers(sent, plan.Document, cancel);
        var isOwn = OwnWorkbook.Is(grids);
        var mapping = isOwn ? null : await tables.Guess(grids, plan.Document, sent.Plan, sent.Department, cancel);
        var row = await Store(sent, isOwn, mapping?.ToJson(), cancel);
        kept.Add(row.Id, reading);
        return new BroughtFile(row, reading.Problems);
    }

    private async Task<BroughtFile> BringPeers(SentFile sent, PlanDocument plan, CancellationToken cancel)
    {
        var (file, problems) = PeerFiles.Read(sent.Name, sent.Content, cancel);
        if (file is null)
            return new BroughtFile(null, problems);
        if (file.Code == plan.Municipality.Code)
            return new BroughtFile(null, [new CellProblem(null, PeerProblems.OwnFile(sent.Name, file.Municipality))]);
        var guess = PeerGuess.Of(OwnSeries.Of(plan), file, await peers.Of(sent.Plan, file.Code, cancel));
        return new BroughtFile(await Store(sent, isOwn: false, guess.ToJson(), cancel), problems);
    }

    private async Task<ImportRow> Store(SentFile sent, bool isOwn, string? mapping, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await using var writing = await db.Write(cancel);
        var row = new ImportRow
        {
            PlanId = sent.Plan,
            FileName = NameOf(sent.Name),
            Hash = Convert.ToHexStringLower(SHA256.HashData(sent.Content)),
            Size = sent.Content.Length,
            IsOwn = isOwn,
            ById = db.Viewer.UserId,
            At = clock.GetUtcNow(),
            Department = sent.Department,
            State = ImportState.Uploaded,
            Mapping = mapping,
            LeftOut = [],
            Secret = db.Viewer.KeepsSecret(isOwn),
            File = new ImportFileRow { Content = Compressed.Pack(sent.Content) },
        };
        db.Imports.Add(row);
        await db.SaveChangesAsync(cancel);
        await audit.Add(ImportEntries.Of(row, AuditActions.ImportUploaded, row.Size.ToString("#,0", CultureInfo.InvariantCulture)), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return row;
    }

    // Some browsers send the folder, too.
    private static string NameOf(string sent)
    {
        var name = new string([.. sent.Split('/', '\\')[^1].Where(c => !char.IsControl(c))]).Trim();
        return name.Length <= LongestName ? name : name[..(LongestName - 10)] + "…" + name[^9..];
    }
}
