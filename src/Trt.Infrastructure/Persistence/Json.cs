using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Trt.Infrastructure.Persistence;

internal static class Json
{
    /// <summary>Keeps a small immutable value as one jsonb column; it is replaced as a whole, so equality is by its text.</summary>
    public static void AsJson<T>(this PropertyBuilder<T> property, Func<T, string> write, Func<string, T> read) =>
        Keep(property.Metadata, write, read);

    public static void AsJson<T>(this PropertyBuilder<T> property) => Keep<T>(property.Metadata, Write, Read<T>);

    public static void AsJson<T>(this ComplexTypePropertyBuilder<T> property) => Keep<T>(property.Metadata, Write, Read<T>);

    private static void Keep<T>(IMutableProperty property, Func<T, string> write, Func<string, T> read)
    {
        property.SetColumnType("jsonb");
        property.SetValueConverter(new ValueConverter<T, string>(value => write(value), text => read(text)));
        property.SetValueComparer(new ValueComparer<T>(
            (a, b) => ReferenceEquals(a, b) || (a != null && b != null && write(a) == write(b)),
            value => write(value).GetHashCode(StringComparison.Ordinal),
            value => value));
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text)!;
}
