using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Trt.Benchmarks.Load;

/// <summary>
/// A whole HTTP request made once. Only some places in it change from one to the next, each of its own width, so that writing the next
/// costs a copy and a few digits.
/// </summary>
internal sealed class RequestTemplate
{
    private readonly byte[] _request;
    private readonly int[][] _places;

    /// <param name="marks">Stand in the path or the body where something will change.</param>
    public RequestTemplate(string path, string headers, string body, params string[] marks)
    {
        _request = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
        _places = [.. marks.Select(mark => Places(Encoding.UTF8.GetBytes(mark)))];
        Widths = [.. marks.Select(mark => mark.Length)];
    }

    public IReadOnlyList<int> Widths { get; }

    /// <returns>Its length.</returns>
    public int Copy(Span<byte> buffer)
    {
        _request.CopyTo(buffer);
        return _request.Length;
    }

    public void Put(Span<byte> buffer, int mark, long number)
    {
        foreach (var place in _places[mark])
        {
            Utf8Formatter.TryFormat(number, buffer[place..], out _, new StandardFormat('D', (byte)Widths[mark]));
        }
    }

    public void Put(Span<byte> buffer, int mark, ReadOnlySpan<byte> text)
    {
        foreach (var place in _places[mark])
        {
            text.CopyTo(buffer[place..]);
        }
    }

    private int[] Places(byte[] mark)
    {
        var places = new List<int>();
        for (var at = _request.AsSpan().IndexOf(mark); at >= 0;)
        {
            places.Add(at);
            var next = _request.AsSpan(at + mark.Length).IndexOf(mark);
            at = next < 0 ? -1 : at + mark.Length + next;
        }

        return [.. places];
    }
}
