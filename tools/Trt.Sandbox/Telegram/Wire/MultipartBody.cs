using System.Text;

namespace Trt.Sandbox.Telegram.Wire;

/// <summary>
/// Reads multipart bodies the way Telegram's own server does, which is more forgiving than ASP.NET Core's reader: parameters of
/// Content-Disposition may be bare tokens with blanks and raw UTF-8, header names come in any case, and the last line break may be missing.
/// </summary>
internal static class MultipartBody
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private const int BoundaryMax = 70;
    private const int HeadersMax = 256 * 1024;

    public static string BoundaryOf(string contentType)
    {
        var at = contentType.IndexOf("boundary", StringComparison.OrdinalIgnoreCase);
        var equals = at < 0 ? -1 : contentType.IndexOf('=', at);
        if (equals < 0)
        {
            throw Refuse.Bad("boundary not found");
        }

        var value = contentType[(equals + 1)..].Trim();
        var boundary = value.StartsWith('"') && value.IndexOf('"', 1) is > 0 and var end ? value[1..end] : value.Split(';')[0].Trim();
        return boundary.Length is > 0 and <= BoundaryMax ? boundary : throw Refuse.Bad("boundary not found");
    }

    public static void Read(ReadOnlyMemory<byte> body, string boundary, Parameters into)
    {
        var delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        var lineDelimiter = Encoding.UTF8.GetBytes("\r\n--" + boundary);
        var start = body.Span.IndexOf(delimiter);
        if (start < 0)
        {
            throw Refuse.Bad("boundary not found");
        }

        var position = start + delimiter.Length;
        while (!body.Span[position..].StartsWith("--"u8))
        {
            position += SkipLine(body.Span[position..]);
            var headersLength = body.Span[position..].IndexOf("\r\n\r\n"u8);
            if (headersLength is < 0 or > HeadersMax)
            {
                throw Refuse.Bad("can't find the end of the part's headers");
            }

            var headers = PartHeaders.Parse(Encoding.UTF8.GetString(body.Span.Slice(position, headersLength)));
            position += headersLength + 4;

            var length = body.Span[position..].IndexOf(lineDelimiter);
            if (length < 0)
            {
                throw Refuse.Bad("boundary not found at the end of the body");
            }

            var content = body.Slice(position, length);
            if (headers.FileName is null)
            {
                into.Add(headers.Name, ReadText(content.Span));
            }
            else
            {
                into.Add(headers.Name, new Upload(headers.FileName, headers.ContentType, content));
            }

            position += length + lineDelimiter.Length;
        }
    }

    private static string ReadText(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Refuse.Bad("strings must be encoded in UTF-8");
        }
    }

    private static int SkipLine(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        return end >= 0 ? end + 1 : throw Refuse.Bad("the body ends inside a boundary");
    }
}
