using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Http;
using Trt.Infrastructure.Kie.Http;
using Trt.Infrastructure.Kie.Orders;

namespace Trt.Infrastructure.Kie;

/// <summary>The provider as the shop knows it; each model's family does its part.</summary>
internal sealed class KieGenerationProvider(
    IEnumerable<IKieFamily> families,
    IKieApi api,
    IKieUploads uploads,
    TimeProvider time,
    ILogger<KieGenerationProvider> log) : IGenerationProvider
{
    private const string UploadFolder = "trt";

    private readonly FrozenDictionary<ProviderFamily, IKieFamily> _families = families.ToFrozenDictionary(family => family.Family);

    public async Task<UploadOutcome> Upload(ProviderFile file, CancellationToken token)
    {
        // The customer's own name for the file stays with us; a name of its own also keeps two files apart at the provider.
        var name = $"{Guid.CreateVersion7(time.GetUtcNow()):N}{MediaNames.ExtensionOf(file.MimeType, file.Name)}";
        using var form = UploadForm.Of(file.Content, name, file.MimeType, UploadFolder);
        return UploadVerdict.Of(await uploads.Upload(form, token).As<KieAnswer>());
    }

    public async Task<SubmitOutcome> Submit(ProviderOrder order, CancellationToken token)
    {
        var outcome = await Send(order, token);
        var model = order.Card.Id.Value;
        if (outcome is SubmitOutcome.Unknown unknown)
        {
            log.Unknown(model, unknown.Detail);
        }
        else
        {
            log.Submitted(model, outcome.GetType().Name, (outcome as SubmitOutcome.Accepted)?.TaskId);
        }

        return outcome;
    }

    public async Task<TaskReading> Read(ModelCard card, string taskId, CancellationToken token)
    {
        if (!_families.TryGetValue(card.Family, out var family))
        {
            return new TaskReading.Unreadable(null, $"no door for the family {card.Family}");
        }

        var reading = await family.Read(card, taskId, token);
        log.Read(taskId, reading.GetType().Name);
        return reading;
    }

    public async Task<Uri?> DirectAddress(Uri result, CancellationToken token)
    {
        var file = JsonBody.Of(JsonSerializer.SerializeToUtf8Bytes(new { url = result.AbsoluteUri }));
        return await api.DownloadUrl(file, token).As<KieAnswer>() is KieAnswer.Reply { Code: 200 } reply
            && Uri.TryCreate(reply.Data.Text(), UriKind.Absolute, out var direct)
            && direct.Scheme is "http" or "https"
                ? direct
                : null;
    }

    public async Task<decimal?> Credits(CancellationToken token) =>
        await api.Credit(token).As<KieAnswer>() is KieAnswer.Reply { Code: 200 } reply ? reply.Data.Number() : null;

    private async Task<SubmitOutcome> Send(ProviderOrder order, CancellationToken token)
    {
        if (!_families.TryGetValue(order.Card.Family, out var family))
        {
            return new SubmitOutcome.Refused(ProviderRefusal.ModelUnavailable, $"no door for the family {order.Card.Family}");
        }

        var draft = family.Draft(order);
        return draft.Problem is { } problem
            ? new SubmitOutcome.Refused(ProviderRefusal.InvalidInput, problem)
            : SubmitVerdict.Of(await family.Create(order.Card, draft, token), order.Card);
    }
}
