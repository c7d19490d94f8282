using System.Text;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Rules;

public sealed class RuleFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dxrules-").FullName;

    [Fact]
    public void A_folder_that_is_not_there_is_an_error()
    {
        var missing = RuleFolder.Load(Path.Combine(folder, "none"));

        missing.HasErrors.ShouldBeTrue();
        missing.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX101");
    }

    [Fact]
    public void An_empty_folder_is_an_error_that_says_how_rules_are_laid_out()
    {
        File.WriteAllText(Path.Combine(folder, "readme.txt"), "no rules here");

        var found = RuleFolder.Load(folder).Diagnostics.ShouldHaveSingleItem();

        found.Code.ShouldBe("DX102");
        found.Message.Ja.ShouldBe("このフォルダには規則のファイル（*.yaml）がありません。");
        found.Hint!.Ja.ShouldContain("<分類>/<ID>-<名前>.yaml");
    }

    [Fact]
    public void A_file_in_Shift_JIS_is_told_by_its_encoding()
    {
        File.WriteAllBytes(Path.Combine(folder, "TST-01-a.yaml"), [0x69, 0x64, 0x3A, 0x20, 0x8A, 0xAE, 0x97, 0xB9, 0x0A]);

        RuleFolder.Load(folder).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX104");
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_change_nothing()
    {
        var rules = Repository.File("rules");
        foreach (var file in Directory.GetFiles(rules, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(rules, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, File.ReadAllText(file).ReplaceLineEndings("\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }

        var windows = RuleFolder.Load(folder);

        windows.Diagnostics.ShouldBeEmpty();
        windows.Hash.ShouldBe(RuleFolder.Load(rules).Hash);
    }

    [Fact]
    public void A_file_that_is_far_too_large_is_not_read()
    {
        File.WriteAllText(Path.Combine(folder, "TST-01-a.yaml"), new string('#', Limits.Default.RuleFileBytes + 1));

        RuleFolder.Load(folder).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX103");
    }

    [Fact]
    public void A_billion_laughs_are_refused_at_the_first()
    {
        File.WriteAllText(Path.Combine(folder, "TST-01-a.yaml"), "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n");

        RuleFolder.Load(folder).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX108");
    }

    [Fact]
    public void A_profile_that_is_not_there_is_an_error()
    {
        var diagnostics = new List<Diagnostic>();

        ProfileFile.Load(Path.Combine(folder, "profile.yaml"), diagnostics).ShouldBeNull();

        diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX101");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
