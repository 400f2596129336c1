namespace Trt.Domain.Payments;

/// <summary>
/// How bright a picture is in each field of a 48 × 48 grid. Saving it anew, at another size or quality, changes every field a little;
/// another sum on the same form changes a few fields a lot. So the largest difference tells them apart where a short hash of the whole
/// would not.
/// </summary>
public sealed class PictureFingerprint
{
    public const int Side = 48;
    public const int Fields = Side * Side;

    /// <summary>
    /// Measured on bank screenshots: saving anew at half the size changed no field by more than 23, one other digit in the sum by 47.
    /// </summary>
    private const int FieldDifferenceMax = 30;

    private readonly byte[] _brightness;

    public PictureFingerprint(byte[] brightness) => _brightness = brightness.Length == Fields
        ? brightness
        : throw new ArgumentException($"A fingerprint has {Fields} fields, not {brightness.Length}", nameof(brightness));

    public byte[] ToBytes() => [.. _brightness];

    public bool Resembles(PictureFingerprint other)
    {
        for (var field = 0; field < Fields; field++)
        {
            if (Math.Abs(_brightness[field] - other._brightness[field]) > FieldDifferenceMax)
            {
                return false;
            }
        }

        return true;
    }
}
