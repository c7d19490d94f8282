using DxRules.Admin.Api.Description;
using DxRules.Engine.Text;

namespace DxRules.Admin.Api;

/// <summary>
/// Something that can be asked for: how it is asked, what it needs, what comes back, and what does it. From this one declaration come the endpoint, the
/// check of what was asked, and the document that describes the interface, so that none of them can say what the others do not.
/// </summary>
/// <param name="Id">The operationId of the document.</param>
/// <param name="Path">Below the version: <c>/plans/{plan}</c>.</param>
/// <param name="Scope">What a token needs for it.</param>
internal sealed record ApiOperation(string Id, string Method, string Path, string Scope, LocalizedText Summary, LocalizedText Description)
{
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>What it answers: a record, or one of the formats that have a schema of their own.</summary>
    public required ApiContent Answer { get; init; }

    /// <summary>What it takes; null where nothing is sent along.</summary>
    public ApiContent? Body { get; init; }

    /// <summary>How it can fail, besides the ways in which all can.</summary>
    public IReadOnlyList<int> Failures { get; init; } = [];

    public required Func<ApiCall, CancellationToken, Task<ApiAnswer>> Do { get; init; }

    /// <summary>Whether it has a value of its own to tell apart what is the same as before.</summary>
    public bool IsRead => Method == HttpMethods.Get;

    /// <summary>The path as routing reads it. An id of the plan document may hold anything, a number is a number.</summary>
    public string Route => Parameters.Where(parameter => parameter.Place == ParameterPlace.Path).Aggregate(ApiPaths.Version + Path, (path, parameter) => parameter.Kind switch
    {
        ParameterKind.Number => path.Replace($"{{{parameter.Name}}}", $"{{{parameter.Name}:int:min(1)}}", StringComparison.Ordinal),
        _ => path.Replace($"{{{parameter.Name}}}", $"{{**{parameter.Name}}}", StringComparison.Ordinal),
    });
}

/// <summary>What an answer or what is sent along looks like.</summary>
/// <param name="Schema">The name of its schema in the document.</param>
/// <param name="Example">One such, as it would be sent.</param>
internal sealed record ApiContent(string Schema, Func<byte[]> Example)
{
    /// <summary>The record that is written; null of formats that have a schema of their own.</summary>
    public Type? Type { get; init; }

    public static ApiContent Of<T>(T example) => new(ApiSchemas.NameOf(typeof(T)), () => ApiJson.Write(example)) { Type = typeof(T) };
}
