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
