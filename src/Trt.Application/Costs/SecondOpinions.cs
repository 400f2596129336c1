using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Trt.Application.Ports;
using Trt.Domain.Catalog.Prose;
using Trt.Domain.Costs;

namespace Trt.Application.Costs;

/// <summary>Asks the public price page for its opinion: now and then, and before a price is believed that has fallen.</summary>
internal sealed partial class SecondOpinions(
    IPriceFeed feed, ITrtDb db, ICards cards, TimeProvider time, ILogger<SecondOpinions> logger)
{
    public static readonly TimeSpan Period = TimeSpan.FromHours(6);

    /// <summary>Without an answer nothing changes: the opinions that are there grow older.</summary>
    public async Task Ask(bool isFalling, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var last = await db.SecondOpinions.MaxAsync(opinion => (DateTimeOffset?)opinion.ReadAt, token);
        if (!isFalling && last <= now && now - last < Period)
        {
            return;
        }

        switch (await feed.Read(token))
        {
            case FeedAnswer.Complete answer:
                await Hear(answer.Rows, now, token);
                break;
            case FeedAnswer.TryLater later:
                NotRead(later.Detail);
                break;
            case FeedAnswer.Unreadable unreadable:
                NotRead(unreadable.Detail);
                break;
            case var other:
                throw new InvalidOperationException($"No rule for {other}");
        }
    }

    private async Task Hear(IReadOnlyList<PriceRow> rows, DateTimeOffset readAt, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.LockCosts(token);
        var opinions = await db.SecondOpinions.ToDictionaryAsync(opinion => opinion.Model, token);
        var titles = await db.ModelCosts.AsNoTracking().ToDictionaryAsync(model => model.Model, model => model.Title, token);
        var byModel = rows.ToLookup(row => row.Model ?? row.Head, StringComparer.OrdinalIgnoreCase);
        foreach (var card in cards.Current.At(readAt).Cards.Where(card => card.Prices.Skus.Count > 0))
        {
            if (!opinions.TryGetValue(card.Id, out var opinion))
            {
                db.SecondOpinions.Add(opinion = SecondOpinion.Of(card.Id));
            }

            opinion.Hear(RowMatch.Of(card, titles.GetValueOrDefault(card.Id), [.. byModel[card.SendAs ?? card.Id.Value]]), readAt);
        }

        await work.Commit(token);
        Read(rows.Count);
    }

    [LoggerMessage(EventId = 232, EventName = "FEED_READ", Level = LogLevel.Information, Message = "FEED_READ {Rows} rows of the public price page")]
    private partial void Read(int rows);

    [LoggerMessage(EventId = 233, EventName = "FEED_NOT_READ", Level = LogLevel.Information,
        Message = "FEED_NOT_READ the second opinion stays as it was: {Problem}")]
    private partial void NotRead(string problem);
}
