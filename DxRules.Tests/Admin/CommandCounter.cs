using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DxRules.Tests.Admin;

/// <summary>Counts the SQL commands that a site sends to its own database while it is not disposed of.</summary>
internal sealed class CommandCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string file;
    private readonly List<IDisposable> subscriptions = [];
    private int count;

    public CommandCounter(RunningSite site)
    {
        file = site.DatabaseFile;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count => count;

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener listener)
    {
        if (listener.Name == "Microsoft.EntityFrameworkCore")
            subscriptions.Add(listener.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> told)
    {
        // Other tests run at the same time, each with a file of its own.
        if (told.Key == RelationalEventId.CommandExecuted.Name && told.Value is CommandEventData { Command.Connection.DataSource: var source } && source == file)
            Interlocked.Increment(ref count);
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }
}
