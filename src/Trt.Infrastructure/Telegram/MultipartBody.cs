using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Trt.Infrastructure.Telegram;

/// <summary>A call with uploads: each parameter a field, each file a part that is opened only when its turn comes.</summary>
internal sealed class MultipartBody : MultipartFormDataContent
{
    public MultipartBody(ReadOnlyMemory<byte> json, IEnumerable<InputFile.Sent> uploads)
    {
        HeaderEncodingSelector = (_, _) => Encoding.UTF8;
        using var parameters = JsonDocument.Parse(json);
        foreach (var parameter in parameters.RootElement.EnumerateObject())
        {
            var text = parameter.Value.ValueKind == JsonValueKind.String ? parameter.Value.GetString()! : parameter.Value.GetRawText();
            Add(new StringContent(text, Encoding.UTF8), parameter.Name);
        }
        foreach (var upload in uploads.DistinctBy(upload => upload.Part))
            Add(new FilePart(upload));
    }

    private sealed class FilePart : HttpContent
    {
        private readonly InputFile.Sent _upload;

        public FilePart(InputFile.Sent upload)
        {
            _upload = upload;
            Headers.ContentType = MediaTypeHeaderValue.TryParse(upload.MimeType, out var type) ? type : new("application/octet-stream");
            Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{upload.Part}\"; filename=\"{Escape(upload.Name)}\"");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await using var file = await _upload.Open(cancellationToken);
            await file.CopyToAsync(stream, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        /// <summary>Telegram reads UTF-8 and percent escapes here, not the encodings that .NET would choose.</summary>
        private static string Escape(string name) => string.Concat(name.Select(c => c switch
        {
            '%' or '"' or '\\' => Uri.HexEscape(c),
            _ when char.IsControl(c) => "_",
            _ => c.ToString(),
        }));
    }
}
