using System.Reflection;
using Trt.Api.Cli;

namespace Trt.Api.Tests.Architecture;

/// <summary>What a type knows, read from its compiled code.</summary>
internal static class TypeReferences
{
    public const BindingFlags Own = Instructions.Own;

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
    public static IEnumerable<MemberInfo> Named(MethodBase method) => Instructions.Of(method).Select(step => step.Member);
}
