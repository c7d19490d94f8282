using System.Reflection;
using System.Runtime.CompilerServices;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Text;

namespace DxRules.Tests.Architecture;

public class VisibilityTests
{
    private static readonly Type[] Types = [.. typeof(SourceText).Assembly.GetTypes().Where(type => !IsCompilerMade(type))];

    [Fact]
    public void A_class_is_sealed_unless_another_derives_from_it_or_hosts_do()
    {
        var bases = Types.Select(type => type.BaseType).OfType<Type>().Select(Definition).ToHashSet();

        Types.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !bases.Contains(type) && type != typeof(EvaluationContext))
            .Select(type => type.FullName).ShouldBeEmpty("make these sealed");
    }

    /// <summary>
    /// What users of the package can name, and so what cannot be taken back; the records of the plan file, which all are, aside. Run with
    /// DXRULES_WRITE_GOLDEN=1 to write the list anew, and ask of each new line whether a user needs it or whether it can be internal.
    /// </summary>
    [Fact]
    public void Types_are_internal_unless_the_list_of_public_types_names_them()
    {
        var golden = Repository.File("DxRules.Tests", "Architecture", "PublicTypes.txt");
        var found = string.Concat(Types.Where(type => type.IsVisible && !type.Namespace!.StartsWith("DxRules.Engine.Plans", StringComparison.Ordinal))
            .Select(type => type.FullName + "\n").Order(StringComparer.Ordinal));

        if (Environment.GetEnvironmentVariable("DXRULES_WRITE_GOLDEN") == "1")
            File.WriteAllText(golden, found);
        found.ShouldBe(File.ReadAllText(golden).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void No_type_is_named_after_nothing_in_the_field()
    {
        string[] words = ["Util", "Utils", "Utilities", "Helper", "Helpers", "Manager", "Service", "Dto", "Common", "Models"];

        Types.Where(type => words.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal) || type.Namespace!.EndsWith("." + word, StringComparison.Ordinal)))
            .Select(type => type.FullName).ShouldBeEmpty("name these after what they are in the field");
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static bool IsCompilerMade(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.Name.StartsWith('<') || type.DeclaringType is { } outer && IsCompilerMade(outer);
}
