using System.Text;

namespace Trt.Sandbox.Kie.Media;

/// <summary>The same wish gives the same picture, film and tune, on every machine.</summary>
internal static class Seed
{
    public static Random Of(Wish wish) => new((int)Crc32.Of(Encoding.UTF8.GetBytes($"{wish.Text}|{wish.Number}")));
}
