using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Grids;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>The sheets of the files that were opened last: a person goes back and forth between a few pages, and a large file takes seconds to read.</summary>
internal sealed class KeptFiles
{
    /// <summary>Files that are kept; a large one holds some fifty megabytes.</summary>
    public const int Most = 3;

    private readonly Lock guard = new();
    private readonly LinkedList<(int Import, GridReading Reading)> kept = [];

    public void Add(int import, GridReading reading)
    {
        lock (guard)
        {
            Remove(import);
            kept.AddFirst((import, reading));
            while (kept.Count > Most)
                kept.RemoveLast();
        }
    }

    /// <summary>The sheets of an import's file.</summary>
    /// <param name="file">As it is stored.</param>
    public GridReading Read(ImportRow import, ImportFileRow file, CancellationToken cancel)
    {
        lock (guard)
        {
            for (var node = kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Import == import.Id)
                    return node.Value.Reading;
            }
        }
        var reading = GridFile.Read(import.FileName, Compressed.Unpack(file.Content), cancel);
        Add(import.Id, reading);
        return reading;
    }

    public void Forget(int import)
    {
        lock (guard)
            Remove(import);
    }

    private void Remove(int import)
    {
        for (var node = kept.First; node is not null; node = node.Next)
        {
            if (node.Value.Import == import)
            {
                kept.Remove(node);
                return;
            }
        }
    }
}
