using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using Trt.Api.Options;
using Trt.Application.Terms;
using Trt.Domain.Shared;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Tests.Architecture;

/// <summary>
/// What nothing in the product or its tools names is read by everybody and needed by nobody. A test does not keep a member alive.
/// Left alone is what others call by a rule and not by a name: constructors, overrides, implementations, generated code.
/// Constants are not seen: the compiler puts their value where they are used.
/// </summary>
public sealed class NothingIsDead
{
    /// <summary>Each with its reason.</summary>
    private static readonly Dictionary<string, string> Spared = new()
    {
        ["FreeAllowance.For"] = "the shop makes the row while it locks it, in SQL; the domain's tests have no database",
        ["FreeBank.Open"] = "the same",
        ["Wallet.Open"] = "the same",
        ["ITrtDb.FreeBankEntries"] = "the bank adds them by itself; tests hold its sum against them",
        ["PhraseReader.CluesOf"] = "the teacher of its lessons is among the tests",
        ["LaterCommands.All"] = "every stored command is written and read by a test",
        ["RouteTable.Names"] = "every button is held against the inventory",
        ["OutboxWorker.Lane"] = "tests let one lane run at a time",
        ["GenerationId.op_GreaterThan"] = "the language wants both or none",
        ["ValidatableTypeAttribute"] = "the compiler of markup writes it into the program",
        ["_Imports"] = "the same: what all pages name stands there",
        ["_Imports.Execute"] = "the same",
        ["PrivateServer.IsOwner"] = "who is guest and who is owner is what its tests are about",
    };

    private static readonly Assembly[] Layers =
        [typeof(Money).Assembly, typeof(ShopOptions).Assembly, typeof(Database).Assembly, typeof(TrtOptions).Assembly];

    [Test]
    public void What_nobody_names_is_gone()
    {
        var product = Layers.SelectMany(layer => layer.GetTypes()).ToList();
        var dead = Dead(product, [.. product, .. typeof(Sandbox.Sandbox).Assembly.GetTypes()]);
        dead.Except(Spared.Keys).ShouldBeEmpty();
        Spared.Keys.Except(dead).ShouldBeEmpty("is alive or gone: it needs no excuse");
    }

    [Test]
    public void A_dead_member_is_found_and_a_living_one_is_not() =>
        Dead([typeof(Planted)], [typeof(Planted), typeof(Reader)]).ShouldBe(["Planted.CallsItself", "Planted.Unread"], ignoreOrder: true);

    [Test]
    public void A_dead_type_is_found_and_a_living_one_is_not()
    {
        Type[] both = [typeof(NothingIsDead), typeof(TypeReferences)];
        Dead(both, both).Intersect(both.Select(type => type.Name)).ShouldBe([nameof(NothingIsDead)]);
    }

    private static List<string> Dead(IReadOnlyCollection<Type> types, IReadOnlyCollection<Type> readers)
    {
        var named = readers.SelectMany(Bodies)
            .SelectMany(body => TypeReferences.Named(body).Where(member => Key(member) != Key(body)))
            .Select(Key).ToHashSet();
        var known = readers.SelectMany(reader => Known(reader).SelectMany(Parts).Where(type => Outermost(type) != Outermost(reader)))
            .Select(Key).ToHashSet();
        var written = types.Where(IsWritten).ToList();
        return
        [
            .. written.Where(type => !type.IsNested && !IsFoundByRule(type) && !known.Contains(Key(type))).Select(type => type.Name),
            .. written.SelectMany(Members).Where(member => !Handles(member).Any(handle => named.Contains(Key(handle))))
                .Select(member => $"{member.DeclaringType!.Name}.{member.Name}"),
        ];
    }

    /// <summary>Attributes name types too.</summary>
    private static IEnumerable<Type> Known(Type type) =>
    [
        .. TypeReferences.Of(type),
        .. type.GetMembers(TypeReferences.Own).Append(type).SelectMany(member => member.GetCustomAttributesData()).SelectMany(attribute =>
            attribute.ConstructorArguments.Select(argument => argument.Value).OfType<Type>().Append(attribute.AttributeType)),
    ];

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : [
            type, .. type is { IsNested: true, IsGenericParameter: false } ? Parts(type.DeclaringType!) : [],
            .. type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [],
        ];

    private static Type Outermost(Type type) => type.DeclaringType is { } around ? Outermost(around) : type;

    /// <summary>It begins the program, is found by a scan for what it implements, or only holds constants.</summary>
    private static bool IsFoundByRule(Type type) => type == type.Assembly.EntryPoint?.DeclaringType
        || type.GetInterfaces().Append(type.BaseType).Any(parent => parent?.Namespace?.Split('.')[0] is not (null or "Trt" or "System"))
        || (type.GetFields(TypeReferences.Own) is { Length: > 0 } fields && fields.All(field => field.IsLiteral));

    private static IEnumerable<MethodBase> Bodies(Type type) => type.GetMembers(TypeReferences.Own).OfType<MethodBase>();

    private static IEnumerable<MemberInfo> Members(Type type) =>
    [
        .. type.GetMethods(TypeReferences.Own).Where(method => IsOurs(method) && IsWritten(method)
            && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))),
        .. type.GetProperties(TypeReferences.Own).Where(property => property.GetAccessors(nonPublic: true).All(IsOurs) && !IsOfARecord(property)),
        .. type.GetFields(TypeReferences.Own).Where(field => !field.IsPrivate && !field.IsLiteral && !field.IsSpecialName),
    ];

    /// <summary>A private one is held by the compiler; an override is called by whoever knows its base.</summary>
    private static bool IsOurs(MethodInfo method) => !method.IsPrivate && (!method.IsVirtual || method.DeclaringType!.IsInterface);

    private static bool IsWritten(MemberInfo member) => !member.Name.Contains('<', StringComparison.Ordinal)
        && !member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !member.IsDefined(typeof(GeneratedCodeAttribute), inherit: false)
        && (member.DeclaringType is null || IsWritten(member.DeclaringType));

    /// <summary>A record compares and prints it.</summary>
    private static bool IsOfARecord(PropertyInfo property) =>
        property.DeclaringType!.GetMethod("<Clone>$") is not null || property.DeclaringType.IsValueType;

    private static MemberInfo[] Handles(MemberInfo member) => member is PropertyInfo property ? property.GetAccessors(nonPublic: true) : [member];

    private static (Module, int) Key(MemberInfo member) => (member.Module, member.MetadataToken);

    private static class Planted
    {
        public static int Read { get; set; }

        public static int Unread { get; set; }

        public static void Called() => Read++;

        public static void CallsItself(int times) => CallsItself(times - 1);
    }

    private static class Reader
    {
        public static void Read() => Planted.Called();
    }
}
