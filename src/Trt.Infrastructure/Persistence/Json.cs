using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Trt.Infrastructure.Persistence;

internal static class Json
{
    /// <summary>Keeps a small immutable value as one jsonb column; it is replaced as a whole, so equality is by its text.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property, Func<T, string> write, Func<string, T> read)
    {
        property.HasColumnType("jsonb").HasConversion(value => write(value), text => read(text));
        property.Metadata.SetValueComparer(new ValueComparer<T>(
            (a, b) => ReferenceEquals(a, b) || (a != null && b != null && write(a) == write(b)),
            value => write(value).GetHashCode(StringComparison.Ordinal),
            value => value));
        return property;
    }

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) =>
        property.AsJson(value => JsonSerializer.Serialize(value), text => JsonSerializer.Deserialize<T>(text)!);
}
