using System.Reflection;
using System.Reflection.Emit;
using Trt.Api.Options;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Tests.Architecture;

/// <summary>The messenger's library stays where the messenger is spoken to; what people see and how it is decided knows nothing of it.</summary>
public sealed class MessengerTests
{
    private const string Library = "Telegram.Bot";
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Allowed =
        ["Trt.Infrastructure.Telegram", "Trt.Api.Bot.Updates", "Trt.Api.Bot.Sending"];

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    [Test]
    public void Only_few_namespaces_refer_to_the_messengers_library()
    {
        var knowing = new[] { typeof(Database).Assembly, typeof(TrtOptions).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => References(type).Any(IsOfLibrary))
            .Select(type => type.Namespace ?? type.Name)
            .Distinct();
        knowing.ShouldBe(Allowed, ignoreOrder: true);
    }

    private static bool IsOfLibrary(Type type) => type.HasElementType
        ? IsOfLibrary(type.GetElementType()!)
        : type.Assembly.GetName().Name == Library || (type.IsGenericType && type.GetGenericArguments().Any(IsOfLibrary));

    private static IEnumerable<Type> References(Type type) =>
    [
        .. type.GetInterfaces(), .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetFields(Own).Select(field => field.FieldType),
        .. type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)).SelectMany(References),
    ];

    private static IEnumerable<Type> References(MethodBase method) =>
    [
        .. method.GetParameters().Select(parameter => parameter.ParameterType), .. method is MethodInfo info ? [info.ReturnType] : Type.EmptyTypes,
        .. method.GetMethodBody() is { } body ? body.LocalVariables.Select(local => local.LocalType).Concat(References(method, body)) : [],
    ];

    /// <summary>What the instructions of a method name.</summary>
    private static IEnumerable<Type> References(MethodBase method, MethodBody body)
    {
        var il = body.GetILAsByteArray()!;
        for (var at = 0; at < il.Length;)
        {
            var code = OpCodesByValue[il[at] == 0xFE ? (short)((il[at++] << 8) | il[at++]) : il[at++]];
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                var member = method.Module.ResolveMember(
                    BitConverter.ToInt32(il, at), method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null)!;
                yield return member as Type ?? member.DeclaringType ?? typeof(void);
                if (member is MethodInfo { IsGenericMethod: true } generic)
                {
                    foreach (var argument in generic.GetGenericArguments())
                    {
                        yield return argument;
                    }
                }
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
