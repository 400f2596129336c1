using System.Reflection;
using Trt.Api.Bot.Texts;
using Trt.Domain.Shared;

namespace Trt.Api.Tests.Architecture;

/// <summary>People read "14,14 ₽" or "₽14.14". What money prints by itself is for logs and the console.</summary>
public sealed class MoneyInTexts
{
    [Test]
    public void No_text_of_the_chat_prints_money_as_machines_do()
    {
        var found = Members(typeof(MenuTexts).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Trt.Api.Bot", StringComparison.Ordinal) == true));

        found.ShouldBeEmpty("say it with Money.In(language)");
    }

    /// <summary>A rule that nobody has seen speak may be dumb.</summary>
    [Test]
    public void The_rule_finds_what_it_is_for() => Members([typeof(Careless)]).ShouldBe(["Careless.Button"]);

    private static List<string> Members(IEnumerable<Type> types) =>
    [
        .. types.SelectMany(type => type.GetMethods(TypeReferences.Own).Cast<MethodBase>().Concat(type.GetConstructors(TypeReferences.Own)))
            .Where(method => TypeReferences.Named(method).Any(IsMachineForm))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"),
    ];

    private static bool IsMachineForm(MemberInfo member) =>
        member is MethodInfo { Name: "AppendFormatted", IsGenericMethod: true } method
        && method.GetGenericArguments() is [var hole]
        && (hole == typeof(Money) || hole == typeof(Money?));

    private static class Careless
    {
        public static string Button(Money price) => $"Create for {price}";

        public static string Well(Money price) => $"Create for {price.In(Language.English)}";
    }
}
