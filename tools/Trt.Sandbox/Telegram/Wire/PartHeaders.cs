using System.Text;

namespace Trt.Sandbox.Telegram.Wire;

/// <summary>The headers of one part of a multipart body.</summary>
internal sealed record PartHeaders(string Name, string? FileName, string? ContentType)
{
    public static PartHeaders Parse(string block)
    {
        string? disposition = null, contentType = null;
        foreach (var line in block.Split("\r\n"))
        {
            var colon = line.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var value = line[(colon + 1)..].Trim();
            if (line.AsSpan(0, colon).Trim().Equals("content-disposition", StringComparison.OrdinalIgnoreCase))
            {
                disposition = value;
            }
            else if (line.AsSpan(0, colon).Trim().Equals("content-type", StringComparison.OrdinalIgnoreCase))
            {
                contentType = value;
            }
        }

        if (disposition is null || !disposition.StartsWith("form-data", StringComparison.OrdinalIgnoreCase))
        {
            throw Refuse.Bad("Content-Disposition of a part must be form-data");
        }

        var fields = Fields(disposition);
        if (!fields.TryGetValue("name", out var name) || name.Length == 0)
        {
            throw Refuse.Bad("a part of the body has no name");
        }

        return new PartHeaders(name, FileNameOf(fields), contentType);
    }

    private static string? FileNameOf(Dictionary<string, string> fields)
    {
        if (fields.TryGetValue("filename*", out var extended) && extended.LastIndexOf('\'') is >= 0 and var quote)
        {
            return extended[(quote + 1)..];
        }

        return fields.GetValueOrDefault("filename");
    }

    private static Dictionary<string, string> Fields(string disposition)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var position = disposition.IndexOf(';');
        while (position >= 0 && position < disposition.Length)
        {
            var equals = disposition.IndexOf('=', position);
            if (equals < 0)
            {
                break;
            }

            var name = disposition[(position + 1)..equals].Trim();
            position = equals + 1;
            while (position < disposition.Length && disposition[position] == ' ')
            {
                position++;
            }

            var value = position < disposition.Length && disposition[position] == '"'
                ? Quoted(disposition, ref position)
                : Bare(disposition, ref position);
            // Both kinds arrive percent-encoded from some clients.
            fields.TryAdd(name, Uri.UnescapeDataString(value));
        }

        return fields;
    }

    private static string Quoted(string text, ref int position)
    {
        var value = new StringBuilder();
        for (position++; position < text.Length && text[position] != '"'; position++)
        {
            if (text[position] == '\\' && position + 1 < text.Length)
            {
                position++;
            }

            value.Append(text[position]);
        }

        position = text.IndexOf(';', Math.Min(position, text.Length));
        return value.ToString();
    }

    private static string Bare(string text, ref int position)
    {
        var end = text.IndexOf(';', position);
        var value = end < 0 ? text[position..] : text[position..end];
        position = end;
        return value.Trim();
    }
}
