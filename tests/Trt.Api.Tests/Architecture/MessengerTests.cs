using Trt.Api.Options;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Tests.Architecture;

/// <summary>The messenger's library stays where the messenger is spoken to; what people see and how it is decided knows nothing of it.</summary>
public sealed class MessengerTests
{
    private const string Library = "Telegram.Bot";

    private static readonly string[] Allowed =
        ["Trt.Infrastructure.Telegram", "Trt.Api.Bot.Updates", "Trt.Api.Bot.Sending"];

    [Test]
    public void Only_few_namespaces_refer_to_the_messengers_library()
    {
        var knowing = new[] { typeof(Database).Assembly, typeof(TrtOptions).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => TypeReferences.Of(type).Any(IsOfLibrary))
            .Select(type => type.Namespace ?? type.Name)
            .Distinct();
        knowing.ShouldBe(Allowed, ignoreOrder: true);
    }

    private static bool IsOfLibrary(Type type) => type.HasElementType
        ? IsOfLibrary(type.GetElementType()!)
        : type.Assembly.GetName().Name == Library || (type.IsGenericType && type.GetGenericArguments().Any(IsOfLibrary));
}
