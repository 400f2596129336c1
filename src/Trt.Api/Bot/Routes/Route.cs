using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>
/// Where a button leads. It knows how it is written into <c>callback_data</c>; what is written stays readable for ever,
/// since buttons in old messages outlive releases.
/// </summary>
internal abstract record Route(string Name, params string[] Arguments)
{
    public const int DataBytesMax = 64;

    /// <summary>The colour of its buttons, wherever they stand.</summary>
    public virtual Tone Tone => Tone.Plain;

    public string Data
    {
        get
        {
            var data = Arguments.Length == 0 ? Name : $"{Name}:{string.Join(':', Arguments)}";
            return Encoding.UTF8.GetByteCount(data) <= DataBytesMax
                ? data
                : throw new InvalidOperationException($"Button data is over {DataBytesMax} bytes: {data}");
        }
    }

    /// <summary>Two routes are one when they are written alike.</summary>
    public virtual bool Equals(Route? other) => other is not null && EqualityContract == other.EqualityContract && Data == other.Data;

    public override int GetHashCode() => Data.GetHashCode(StringComparison.Ordinal);

    public sealed override string ToString() => Data;

    protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    protected static string Text(Money price) => price.Kopecks.ToString(CultureInfo.InvariantCulture);

    protected static string Text(GenerationId id) => Base64Url.EncodeToString(id.Value.ToByteArray(bigEndian: true));

    protected static string[] Named(string? field) => field is null ? [] : [field];

    public static GenerationId? Id(string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        // Asked first: despite its name the decoder throws at a foreign letter.
        return text.Length == 22 && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == 16
            ? new GenerationId(new Guid(bytes, bigEndian: true))
            : null;
    }

    protected static string? At(string[] arguments, int index) =>
        index < arguments.Length && arguments[index].Length > 0 ? arguments[index] : null;

    protected static string? Whole(string[] arguments) => string.Join(':', arguments) is { Length: > 0 } whole ? whole : null;

    protected static int PageIn(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1000) : 1;

    protected static Route? WithId(string[] arguments, Func<GenerationId, Route> make) =>
        At(arguments, 0) is { } text && Id(text) is { } id && id.Value != Guid.Empty ? make(id) : null;

    /// <summary>Stands for a type of generation in buttons; the names of the ancestor's buttons.</summary>
    protected static string Slug(GenerationType type) => RouteTable.SlugOf(type);
}
