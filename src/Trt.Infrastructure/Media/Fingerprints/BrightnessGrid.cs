using Trt.Domain.Payments;

namespace Trt.Infrastructure.Media.Fingerprints;

/// <summary>
/// Collects brightness row by row into the fields of a fingerprint; a sample that lies across fields is shared out by area.
/// </summary>
/// <param name="width">Of the whole picture, in pixels.</param>
internal sealed class BrightnessGrid(int width, int height)
{
    private readonly double[] _sums = new double[PictureFingerprint.Fields];
    private readonly double[] _areas = new double[PictureFingerprint.Fields];
    private readonly double[] _rowSums = new double[PictureFingerprint.Side];
    private readonly double[] _rowAreas = new double[PictureFingerprint.Side];

    /// <param name="top">In pixels.</param>
    /// <param name="size">Of a sample, which is a square of so many pixels.</param>
    public void AddRow(int top, int size, ReadOnlySpan<byte> samples)
    {
        Array.Clear(_rowSums);
        Array.Clear(_rowAreas);
        for (var sample = 0; sample < samples.Length; sample++)
        {
            Share((double)sample * size / width, (sample + 1.0) * size / width, samples[sample], _rowSums, _rowAreas);
        }

        for (var column = 0; column < PictureFingerprint.Side; column++)
        {
            if (_rowAreas[column] > 0)
            {
                AddColumn(column, (double)top / height, ((double)top + size) / height, _rowSums[column] / _rowAreas[column]);
            }
        }
    }

    /// <summary>Null when a part of the picture never came.</summary>
    public PictureFingerprint? ToFingerprint()
    {
        var fields = new byte[PictureFingerprint.Fields];
        for (var field = 0; field < fields.Length; field++)
        {
            if (_areas[field] <= 0)
            {
                return null;
            }

            fields[field] = (byte)Math.Clamp(Math.Round(_sums[field] / _areas[field]), 0, 255);
        }

        return new PictureFingerprint(fields);
    }

    private void AddColumn(int column, double from, double to, double value)
    {
        var (first, last) = Fields(from, to);
        for (var row = first; row <= last; row++)
        {
            var area = Overlap(row, from, to);
            _sums[(row * PictureFingerprint.Side) + column] += value * area;
            _areas[(row * PictureFingerprint.Side) + column] += area;
        }
    }

    private static void Share(double from, double to, double value, double[] sums, double[] areas)
    {
        var (first, last) = Fields(from, to);
        for (var field = first; field <= last; field++)
        {
            var area = Overlap(field, from, to);
            sums[field] += value * area;
            areas[field] += area;
        }
    }

    private static (int First, int Last) Fields(double from, double to) => (
        Math.Clamp((int)(from * PictureFingerprint.Side), 0, PictureFingerprint.Side - 1),
        Math.Clamp((int)Math.Ceiling(to * PictureFingerprint.Side) - 1, 0, PictureFingerprint.Side - 1));

    private static double Overlap(int field, double from, double to) =>
        Math.Max(0, Math.Min(to, (field + 1.0) / PictureFingerprint.Side) - Math.Max(from, (double)field / PictureFingerprint.Side));
}
