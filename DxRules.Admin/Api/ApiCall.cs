using System.Globalization;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.Http.Extensions;

namespace DxRules.Admin.Api;

/// <summary>What was asked for, read as its operation declares it.</summary>
internal sealed class ApiCall
{
    private readonly Dictionary<string, IReadOnlyList<object>> values;

    private ApiCall(HttpContext context, Dictionary<string, IReadOnlyList<object>> values) => (Context, this.values) = (context, values);

    public HttpContext Context { get; }

    public Viewer Viewer => Get<Viewer>();

    public DateOnly Today => Dates.InJapan(Get<TimeProvider>().GetUtcNow());

    public T Get<T>()
        where T : notnull => Context.RequestServices.GetRequiredService<T>();

    public int Number(string name) => Find<int>(name) ?? throw new KeyNotFoundException(name);

    public int? NumberOrNull(string name) => Find<int>(name);

    public DateOnly? Date(string name) => Find<DateOnly>(name);

    public string? Text(string name) => values.GetValueOrDefault(name)?.FirstOrDefault() as string;

    public IReadOnlyList<string> Texts(string name) => [.. (values.GetValueOrDefault(name) ?? []).Cast<string>()];

    public int Limit => Find<int>(ApiParameter.Limit.Name) ?? int.Parse(ApiParameter.Limit.Usual!, CultureInfo.InvariantCulture);

    /// <summary>Where to go on; null at the beginning.</summary>
    public ApiCursor? After => Text(ApiParameter.After.Name) is { } after ? ApiCursor.Read(after) : null;

    /// <summary>The address of the page that follows, told in the header, too.</summary>
    public string Next(ApiCursor last)
    {
        var query = new QueryBuilder(Context.Request.Query.Where(pair => !pair.Key.Equals(ApiParameter.After.Name, StringComparison.OrdinalIgnoreCase)).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")))
        {
            { ApiParameter.After.Name, last.ToString() },
        };
        var next = $"{Context.Request.Path.ToUriComponent()}{query.ToQueryString()}";
        Context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return next;
    }

    /// <summary>The call, or all that is wrong with what was asked.</summary>
    public static (ApiCall? Call, ApiProblem? Problem) Read(HttpContext context, ApiOperation operation)
    {
        var (values, errors) = (new Dictionary<string, IReadOnlyList<object>>(StringComparer.Ordinal), new List<ProblemError>());
        foreach (var parameter in operation.Parameters)
        {
            var given = parameter.Place == ParameterPlace.Path ? [Unescaped(context.Request.RouteValues[parameter.Name]!.ToString()!)] : Given(context.Request, parameter.Name);
            if (given.Length > 1 && !parameter.IsMany)
                errors.Add(ProblemError.OfParameter(parameter.Name, new("二度書かれています。", "It stands twice."), new("一つだけ書いてください。", "give it once.")));
            foreach (var text in given.Where(text => Value(parameter, text) is null))
                errors.Add(ProblemError.OfParameter(parameter.Name, Expected(parameter, text)));
            values[parameter.Name] = [.. given.Select(text => Value(parameter, text)).OfType<object>()];
        }
        errors.AddRange(context.Request.Query.Keys.Where(name => name != LanguageChoice.Name && !operation.Parameters.Any(known => known.Place == ParameterPlace.Query && known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .Select(name => Unknown(name, operation)));
        return errors.Count > 0 ? (null, ApiProblem.OfParameters(errors)) : (new ApiCall(context, values), null);
    }

    private T? Find<T>(string name)
        where T : struct => values.GetValueOrDefault(name)?.FirstOrDefault() is T value ? value : null;

    private static string[] Given(HttpRequest request, string name) => [.. request.Query[name].OfType<string>().Where(text => text.Length > 0)];

    // A path is decoded but for its slashes, which an id may have.
    private static string Unescaped(string text) => text.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static object? Value(ApiParameter parameter, string text) => parameter.Kind switch
    {
        ParameterKind.Number => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= parameter.Most ? number : null,
        ParameterKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        ParameterKind.Word => parameter.Words.Contains(text) ? text : null,
        _ when parameter.Name == ApiParameter.After.Name => ApiCursor.Read(text) is null ? null : text,
        _ => text,
    };

    private static LocalizedText Expected(ApiParameter parameter, string text)
    {
        var found = text.Length <= 40 ? text : text[..40] + "…";
        return parameter.Kind switch
        {
            ParameterKind.Number when parameter.Most < int.MaxValue => new($"1から{parameter.Most}までの整数であるべきところが「{found}」です。", $"Expected a whole number from 1 to {parameter.Most} but found '{found}'."),
            ParameterKind.Number => new($"1以上の整数であるべきところが「{found}」です。", $"Expected a whole number from 1 but found '{found}'."),
            ParameterKind.Date => new($"日付（例: 2025-05-31）であるべきところが「{found}」です。", $"Expected a day such as 2025-05-31 but found '{found}'."),
            ParameterKind.Word => new($"{string.Join("、", parameter.Words)} のいずれかであるべきところが「{found}」です。", $"Expected one of {string.Join(", ", parameter.Words)} but found '{found}'."),
            _ => new($"前の答えの next にあった値であるべきところが「{found}」です。", $"Expected what stood in next of the answer before but found '{found}'."),
        };
    }

    private static ProblemError Unknown(string name, ApiOperation operation)
    {
        var known = operation.Parameters.Where(parameter => parameter.Place == ParameterPlace.Query).Select(parameter => parameter.Name).ToList();
        var shown = name.Length <= 40 ? name : name[..40] + "…";
        return ProblemError.OfParameter(shown, new("このパラメーターはありません。", "There is no such parameter."), known.Count == 0
            ? new("この操作にパラメーターはありません。", "this operation has none.")
            : new($"使えるのは {string.Join("、", known)} です。", $"there are {string.Join(", ", known)}."));
    }
}
