namespace DxRules.Admin.People;

/// <summary>What a person is here for. In a small town one person is several of these.</summary>
[Flags]
internal enum Roles
{
    None = 0,
    Administrator = 1,

    /// <summary>DX推進担当課: runs the cycle, and may enter for a department (代理入力).</summary>
    DxOffice = 2,
    SecurityOfficer = 4,

    /// <summary>所管課: sees and enters what its department answers for.</summary>
    Department = 8,
    Reader = 16,
}
