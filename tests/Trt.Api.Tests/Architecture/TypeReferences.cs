using System.Reflection;
using System.Reflection.Emit;

namespace Trt.Api.Tests.Architecture;

/// <summary>What a type knows, read from its compiled code.</summary>
internal static class TypeReferences
{
    public const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<Type> Of(Type type) =>
    [
        .. type.GetInterfaces(), .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetFields(Own).Select(field => field.FieldType),
        .. type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)).SelectMany(In),
    ];

    private static IEnumerable<Type> In(MethodBase method) =>
    [
        .. method.GetParameters().Select(parameter => parameter.ParameterType), .. method is MethodInfo info ? [info.ReturnType] : Type.EmptyTypes,
        .. method.GetMethodBody() is { } body ? body.LocalVariables.Select(local => local.LocalType) : [],
        .. Named(method).SelectMany(member => (Type[])[
            member as Type ?? member.DeclaringType ?? typeof(void), .. member is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : []]),
    ];

    /// <summary>What the instructions of a method name.</summary>
    public static IEnumerable<MemberInfo> Named(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            var code = OpCodesByValue[il[at] == 0xFE ? (short)((il[at++] << 8) | il[at++]) : il[at++]];
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return method.Module.ResolveMember(
                    BitConverter.ToInt32(il, at), method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null)!;
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }
}
