using System.Globalization;
using System.Security.Claims;
using DxRules.Admin.Data;
using DxRules.Admin.Hosting;
using DxRules.Engine.Plans;

namespace DxRules.Admin.People;

/// <summary>
/// For whom something is done, and so what they may see: the person of the request, nobody where they are not signed in, or the program itself where
/// there is no request. Asked anew each time, because a request learns who it is from only on its way.
/// </summary>
internal sealed class Viewer(Func<ClaimsPrincipal?> person)
{
    /// <summary>Work that no person asks for in a request: start-up, command line, jobs.</summary>
    public static readonly Viewer System = new(() => null);

    private bool IsSystem => person() is null;

    /// <summary>Null where nobody is signed in.</summary>
    public int? UserId => person()?.FindFirstValue(PersonClaims.UserId) is { } id ? int.Parse(id, CultureInfo.InvariantCulture) : null;

    /// <summary>The id of the session; null where nobody is signed in.</summary>
    public string? Session => person()?.FindFirstValue(PersonClaims.Session);

    public string? Name => person()?.FindFirstValue(PersonClaims.Name);

    public Roles Roles => Enum.TryParse<Roles>(person()?.FindFirstValue(PersonClaims.Roles), out var roles) ? roles : Roles.None;

    /// <summary>Whether what lies under security may be seen.</summary>
    public bool SeesSecrets => IsSystem || Roles.Allows(Access.ReadSecurity);

    /// <summary>Whether what any department answers for may be seen, not only what one's own does.</summary>
    public bool SeesAll => IsSystem || (Roles & ~Roles.Department) != 0;

    /// <summary>The departments held today with those they succeeded, each with its municipality: 062014/kikaku.</summary>
    public IReadOnlyList<string> Departments => [.. (person()?.FindAll(PersonClaims.Department) ?? []).Select(claim => claim.Value)];

    /// <summary>The codes of the municipalities of <see cref="Departments"/>.</summary>
    public IReadOnlyList<string> Municipalities => [.. Departments.Select(department => department.Split('/')[0]).Distinct()];

    /// <summary>
    /// Whether the person must set up a second factor before anything else: those who see secrets and those who decide who does, and everybody where the
    /// site says so. Nobody in a demonstration.
    /// </summary>
    public bool LacksSecondFactor(SiteOptions options) => !options.Demo && (options.SecondFactorForAll || Roles.Allows(Access.ReadSecurity)) && person()?.HasClaim(claim => claim.Type == PersonClaims.SecondFactor) == false;

    /// <summary>ja or en, where the person chose; else null.</summary>
    public string? Language => person()?.FindFirstValue(PersonClaims.Language);

    public bool May(Access access) => IsSystem || Roles.Allows(access);

    /// <summary>A plan as this viewer may read it.</summary>
    public PlanDocument View(PlanDocument document) => SeesSecrets ? document : document.WithoutSecurity();
}

/// <summary>What a session says of a person; made anew from the database for each request.</summary>
internal static class PersonClaims
{
    public const string UserId = ClaimTypes.NameIdentifier;
    public const string Name = ClaimTypes.Name;
    public const string Roles = "roles";
    public const string Department = "department";
    public const string Language = "language";

    /// <summary>The id of the session.</summary>
    public const string Session = "session";

    /// <summary>Whether the person has a second factor.</summary>
    public const string SecondFactor = "second-factor";

    /// <param name="departments">The departments that the person acts for, as municipality/id.</param>
    public static IEnumerable<Claim> Of(UserRow user, IEnumerable<string> departments)
    {
        yield return new(UserId, user.Id.ToString(CultureInfo.InvariantCulture));
        yield return new(Name, user.DisplayName);
        yield return new(Roles, user.Roles.ToString());
        if (user.TwoFactorEnabled)
            yield return new(SecondFactor, "");
        if (user.Language is { } language)
            yield return new(Language, language);
        foreach (var department in departments)
            yield return new(Department, department);
    }
}
