using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trt.Infrastructure.Telegram;

/// <summary>A file in a call: one that Telegram has, one that it fetches, or one that we send.</summary>
[JsonConverter(typeof(ReferenceWriter))]
public abstract record InputFile
{
    private static long _lastPart;

    private InputFile()
    {
    }

    /// <summary>What stands for the file among the parameters.</summary>
    internal abstract string Reference { get; }

    public static InputFile Id(string fileId) => new Known(fileId);

    public static InputFile Url(Uri address) => new Fetched(address);

    /// <param name="open">Called when the bytes are needed, at most once for each call; the stream is disposed here.</param>
    public static InputFile Upload(Func<CancellationToken, Task<Stream>> open, string name, string mimeType) =>
        new Sent(open, name, mimeType);

    public static InputFile Upload(byte[] content, string name, string mimeType) =>
        Upload(_ => Task.FromResult<Stream>(new MemoryStream(content, writable: false)), name, mimeType);

    internal sealed record Known(string FileId) : InputFile
    {
        internal override string Reference => FileId;
    }

    internal sealed record Fetched(Uri Address) : InputFile
    {
        internal override string Reference => Address.AbsoluteUri;
    }

    internal sealed record Sent(Func<CancellationToken, Task<Stream>> Open, string Name, string MimeType) : InputFile
    {
        /// <summary>Names the multipart part; unique, so that files of one album never share it.</summary>
        internal string Part { get; } = string.Create(CultureInfo.InvariantCulture, $"file{Interlocked.Increment(ref _lastPart)}");

        internal override string Reference => $"attach://{Part}";
    }

    internal sealed class ReferenceWriter : JsonConverter<InputFile>
    {
        public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Reference);

        public override InputFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Files are only ever sent.");
    }
}
