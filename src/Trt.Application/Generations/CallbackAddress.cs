using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trt.Application.Terms;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>
/// Where the provider tells us to look. The token is bound to one attempt of one generation: whoever has it was given it with the order.
/// </summary>
public sealed class CallbackAddress(ShopOptions options)
{
    public const string Path = "/callbacks/kie";

    public Uri? For(Generation generation) => options.PublicBase is { } home
        ? new Uri(home, $"{Path}/{generation.Id}/{TokenOf(generation.Id, generation.Attempt)}")
        : null;

    public bool IsGenuine(Generation generation, string token) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(TokenOf(generation.Id, generation.Attempt)),
            Encoding.UTF8.GetBytes(token));

    private string TokenOf(GenerationId id, int attempt) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(
            options.CallbackSecret,
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{attempt}"))));
}
