using Trt.Sandbox.Kie.Media;

namespace Trt.Testing;

/// <summary>Small real pictures.</summary>
public static class Pictures
{
    public static byte[] Png(int width, int height) => Sandbox.Kie.Media.Png.Write(new Canvas(width, height));
}
