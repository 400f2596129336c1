using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Trt.Application.Ports;
using Trt.Domain.Catalog.Prose;
using Trt.Infrastructure.Http;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie;

/// <summary>The public page of prices, leaf by leaf and without haste. Leaves that do not make one page together are none.</summary>
internal sealed class KieFeed(IKieCatalogApi api, TimeProvider time) : IPriceFeed
{
    private const int LeafSize = 100;
    private const int LeavesMax = 50;

    /// <summary>As for the provider's other looks at its models, which this one does not count as.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.1);

    public async Task<FeedAnswer> Read(CancellationToken token)
    {
        var rows = new List<PriceRow>();
        for (var number = 1; number <= LeavesMax; number++)
        {
            if (number > 1)
            {
                await Task.Delay(Pause, time, token);
            }

            var leaf = JsonBody.Of(JsonSerializer.SerializeToUtf8Bytes(new { pageNum = number, pageSize = LeafSize }));
            switch (await api.Prices(leaf, token).As<KieAnswer>())
            {
                case KieAnswer.Reply { Code: 200 } reply:
                    rows.AddRange(reply.Data.Field("records").Items().Take(LeafSize).Select(Row));
                    if (reply.Data.Field("total").Number() is not { } total || rows.Count > total || IsShort(reply.Data, rows.Count, total))
                    {
                        return new FeedAnswer.Unreadable(Counted(reply.Data.Field("total").Text() ?? "nothing", rows.Count));
                    }

                    if (rows.Count == total)
                    {
                        return rows.Count == 0 ? new FeedAnswer.Unreadable("the page is empty") : new FeedAnswer.Complete(rows);
                    }

                    break;
                case KieAnswer.Reply { Code: 429 } reply:
                    return new FeedAnswer.TryLater(Detail(reply));
                case KieAnswer.Reply reply:
                    return new FeedAnswer.Unreadable(Detail(reply));
                case KieAnswer.Page page:
                    return new FeedAnswer.TryLater(
                        string.Create(CultureInfo.InvariantCulture, $"HTTP {page.HttpStatus} without the provider's envelope"));
                case KieAnswer.NotSent notSent:
                    return new FeedAnswer.TryLater(notSent.Detail);
                case KieAnswer.Silence silence:
                    return new FeedAnswer.TryLater(silence.Detail);
                default:
                    throw new UnreachableException();
            }
        }

        return new FeedAnswer.Unreadable("it has more leaves than any page of prices");
    }

    /// <summary>A leaf that is not full though more should follow.</summary>
    private static bool IsShort(JsonElement leaf, int count, decimal total) =>
        count < total && leaf.Field("records").Items().Count() < LeafSize;

    private static PriceRow Row(JsonElement row) => new(
        row.Field("modelDescription").Text() ?? "", ModelIn(row.Field("anchor").Text()), row.Field("interfaceType").Text() ?? "",
        row.Field("creditPrice").Text() ?? "", row.Field("creditUnit").Text() ?? "", row.Field("usdPrice").Text() ?? "");

    /// <summary>The id is in the query of the link, percent-encoded, where it is at all.</summary>
    private static string? ModelIn(string? link)
    {
        const string key = "model=";
        var query = link is null || link.IndexOf('?', StringComparison.Ordinal) is var mark && mark < 0 ? "" : link[(mark + 1)..];
        var named = query.Split('#')[0].Split('&').Where(part => part.StartsWith(key, StringComparison.Ordinal)).ToList();
        return named is [var only] && Uri.UnescapeDataString(only[key.Length..]).Trim() is { Length: > 0 } id ? id : null;
    }

    private static string Counted(string said, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"the page says {said} rows and shows {count}");

    private static string Detail(KieAnswer.Reply reply) => string.Create(CultureInfo.InvariantCulture, $"{reply.Message} ({reply.Code})");
}
