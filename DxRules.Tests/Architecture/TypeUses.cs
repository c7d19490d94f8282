using System.Reflection;
using System.Reflection.Emit;

namespace DxRules.Tests.Architecture;

/// <summary>Finds what the types of an assembly use of each other: bases, interfaces, attributes, constraints, fields, signatures, and everything inside method bodies.</summary>
internal static class TypeUses
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>Pairs of a type and a type it uses, both of the assembly, with the member in which it does.</summary>
    public static IEnumerable<(Type User, Type Used, string Where)> In(Assembly assembly) =>
        from user in assembly.GetTypes()
        from use in UsesOf(user)
        from used in Parts(use.Type)
        where used.Assembly == assembly
        select (Outermost(user), Outermost(used), use.Where);

    private static IEnumerable<(Type Type, string Where)> UsesOf(Type user)
    {
        var declared = new List<Type?> { user.BaseType };
        declared.AddRange(user.GetInterfaces());
        declared.AddRange(user.GetCustomAttributesData().SelectMany(Attribute));
        declared.AddRange(Constraints(user.GetGenericArguments()));
        return declared.OfType<Type>().Select(type => (type, user.Name))
            .Concat(user.GetFields(Own).SelectMany(field => At(field, [field.FieldType])))
            .Concat(user.GetProperties(Own).SelectMany(property => At(property, [property.PropertyType])))
            .Concat(user.GetEvents(Own).SelectMany(@event => At(@event, [@event.EventHandlerType!])))
            .Concat(user.GetMethods(Own).Cast<MethodBase>().Concat(user.GetConstructors(Own)).SelectMany(method => At(method, OfMethod(method))));
    }

    private static IEnumerable<(Type Type, string Where)> At(MemberInfo member, IEnumerable<Type> types) =>
        types.Concat(member.GetCustomAttributesData().SelectMany(Attribute)).Select(type => (type, $"{member.DeclaringType!.Name}.{member.Name}"));

    private static IEnumerable<Type> OfMethod(MethodBase method)
    {
        foreach (var parameter in method.GetParameters())
            yield return parameter.ParameterType;
        if (method is MethodInfo { ReturnType: var result })
            yield return result;
        foreach (var constraint in Constraints(method.IsGenericMethodDefinition ? method.GetGenericArguments() : []))
            yield return constraint;
        if (method.GetMethodBody() is not { } body)
            yield break;
        foreach (var local in body.LocalVariables)
            yield return local.LocalType;
        foreach (var caught in body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause))
            yield return caught.CatchType!;
        foreach (var type in OfInstructions(method, body.GetILAsByteArray()!))
            yield return type;
    }

    private static IEnumerable<Type> OfInstructions(MethodBase method, byte[] code)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var opCode = OpCodesByValue[code[at] == 0xFE ? 0xFE00 | code[at + 1] : code[at]];
            at += opCode.Size;
            if (opCode.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                foreach (var type in OfMember(method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments)!))
                    yield return type;
            }
            at += OperandSize(opCode, code, at);
        }
    }

    private static int OperandSize(OpCode opCode, byte[] code, int at) => opCode.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static IEnumerable<Type> OfMember(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodInfo method => [method.DeclaringType!, method.ReturnType, .. method.GetParameters().Select(p => p.ParameterType), .. method.GetGenericArguments()],
        MethodBase constructor => [constructor.DeclaringType!, .. constructor.GetParameters().Select(p => p.ParameterType)],
        _ => [],
    };

    private static IEnumerable<Type> Constraints(Type[] parameters) => parameters.Where(p => p.IsGenericParameter).SelectMany(p => p.GetGenericParameterConstraints());

    private static IEnumerable<Type> Attribute(CustomAttributeData attribute) =>
        attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.TypedValue))
            .Select(argument => argument.Value).OfType<Type>().Append(attribute.AttributeType);

    // List<Plan[]> uses List and Plan.
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.IsGenericParameter)
            return [];
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
