namespace DxRules.Admin.People;

/// <summary>What one may do. Which role may do what stands in <see cref="AccessTable"/>.</summary>
internal enum Access
{
    /// <summary>See plans, alerts and runs, as far as the <see cref="Viewer"/> reaches.</summary>
    ReadPlans,

    /// <summary>See what is about all departments at once: the paper for the headquarters.</summary>
    ReadWhole,

    /// <summary>Enter progress, figures and answers.</summary>
    Enter,

    /// <summary>Open and close cycles, check, change plans as a whole.</summary>
    RunCycles,

    /// <summary>Approve or return what others have answered.</summary>
    Approve,

    /// <summary>See the pages on security duties.</summary>
    ReadSecurity,

    /// <summary>Read the log of who did what.</summary>
    ReadAudit,

    /// <summary>Set parameters and severities of rules and switch rules off: each who may, for the rules that they may.</summary>
    TuneRules,

    /// <summary>People, roles, departments held, settings.</summary>
    Administer,

    /// <summary>One's own account: password, second factor, language, signing out.</summary>
    OwnAccount,
}

/// <summary>The roles and what each may do.</summary>
internal static class AccessTable
{
    private const Roles Everybody = Roles.Administrator | Roles.DxOffice | Roles.SecurityOfficer | Roles.Department | Roles.Reader;

    /// <summary>The roles of which one is enough.</summary>
    public static Roles Holders(Access access) => access switch
    {
        Access.ReadPlans => Everybody,
        Access.ReadWhole => Everybody & ~Roles.Department,
        Access.Enter => Roles.DxOffice | Roles.SecurityOfficer | Roles.Department,
        Access.RunCycles => Roles.DxOffice,
        Access.Approve => Roles.DxOffice | Roles.SecurityOfficer,
        Access.ReadSecurity => Roles.SecurityOfficer | Roles.Administrator,
        Access.ReadAudit => Roles.DxOffice | Roles.SecurityOfficer | Roles.Administrator,
        Access.TuneRules => Roles.DxOffice | Roles.SecurityOfficer,
        Access.Administer => Roles.Administrator,
        Access.OwnAccount => Everybody,
        _ => Roles.None,
    };

    public static bool Allows(this Roles roles, Access access) => (roles & Holders(access)) != 0;
}
