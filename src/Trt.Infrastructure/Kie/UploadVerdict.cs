using System.Diagnostics;
using System.Globalization;
using Trt.Application.Ports;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie;

/// <summary>Sorts the end of an upload. It costs nothing and may be repeated, so a doubt means: again.</summary>
internal static class UploadVerdict
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public static UploadOutcome Of(KieAnswer answer) => answer switch
    {
        KieAnswer.Reply { Code: 200 } reply => Stored(reply),
        KieAnswer.Reply { Code: 401 or 403 } reply => new UploadOutcome.Refused(ProviderRefusal.Unauthorized, reply.Message),
        KieAnswer.Reply { Code: 402 or 433 } reply => new UploadOutcome.Refused(ProviderRefusal.NoCredits, reply.Message),
        KieAnswer.Reply { Code: 400 or 413 or 415 or 422 } reply => new UploadOutcome.Refused(ProviderRefusal.InvalidInput, reply.Message),
        KieAnswer.Reply reply => Later(reply.RetryAfter, $"{reply.Message} ({reply.Code})"),
        KieAnswer.Page { HttpStatus: 413 } =>
            new UploadOutcome.Refused(ProviderRefusal.InvalidInput, "the file is too large for the provider"),
        KieAnswer.Page page => Later(page.RetryAfter, $"HTTP {page.HttpStatus}"),
        KieAnswer.NotSent notSent => new UploadOutcome.TryLater(Pause, notSent.Detail),
        KieAnswer.Silence silence => new UploadOutcome.TryLater(Pause, silence.Detail),
        _ => throw new UnreachableException(),
    };

    private static UploadOutcome.TryLater Later(TimeSpan? after, FormattableString detail) =>
        new(after ?? Pause, detail.ToString(CultureInfo.InvariantCulture));

    private static UploadOutcome Stored(KieAnswer.Reply reply) =>
        Uri.TryCreate(reply.Data.Field("fileUrl", "downloadUrl").Text(), UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
            ? new UploadOutcome.Stored(address)
            : new UploadOutcome.TryLater(Pause, "stored, but without an address");
}
