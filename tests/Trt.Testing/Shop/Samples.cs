using Trt.Application.Ports;

namespace Trt.Testing.Shop;

/// <summary>A value of any kind that is written down, with something in each of its places.</summary>
public static class Samples
{
    /// <summary>One of every kind of matter.</summary>
    public static IReadOnlyList<Matter> Matters { get; } =
        [.. typeof(Matter).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Matter))).Select(type => (Matter)Of(type))];

    public static object Of(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Of(inner)
        : type == typeof(string) ? "text"
        : type == typeof(int) ? 3
        : type == typeof(long) ? 4L
        : type == typeof(decimal) ? 18.5m
        : type == typeof(bool) ? true
        : type == typeof(Guid) ? new Guid("0193f3a0-0000-7000-8000-000000000001")
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)
        : type == typeof(DateOnly) ? new DateOnly(2026, 1, 2)
        : type == typeof(Uri) ? new Uri("https://files.example/1.png")
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)!
        : type == typeof(Matter) ? Of(typeof(Matter.UpdateParked))
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? ListOf(type.GetGenericArguments()[0])
        : type.GetConstructors().Where(constructor => constructor.GetParameters() is not [var only] || only.ParameterType != type)
            .OrderByDescending(constructor => constructor.GetParameters().Length).First() is var widest
            ? widest.Invoke([.. widest.GetParameters().Select(parameter => Of(parameter.ParameterType))])
            : throw new InvalidOperationException($"No sample of {type}");

    private static Array ListOf(Type item)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Of(item), 0);
        return list;
    }
}
