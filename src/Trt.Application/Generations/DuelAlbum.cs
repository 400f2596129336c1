using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;

namespace Trt.Application.Generations;

/// <summary>
/// Brings the results of a duel side by side: one album with all of them, as soon as the last one is there or nobody should wait any
/// longer. What the messenger does not take together goes one after the other. The chat is served by one row at a time, so no two of its
/// orders are here at once.
/// </summary>
internal sealed class DuelAlbum(ITrtDb db, Notices notices, IGenerationNotifier notifier, TimeProvider time)
{
    private const int AlbumMax = 10;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    /// <summary>Null when this order's result can be brought, or is there already.</summary>
    public async Task<LaterOutcome?> Gather(Generation generation, CancellationToken token)
    {
        if (generation.Batch is null || generation.IsLate || generation.Status != GenerationStatus.Succeeded)
        {
            return null;
        }

        var notice = await notices.About(generation, token);
        if (notice.Batch is not { IsDuel: true } duel)
        {
            return null;
        }

        if (duel.Open > 0 && time.GetUtcNow() - generation.CreatedAt < Patience(generation.Result[0].Kind))
        {
            return LaterOutcome.After(Moment);
        }

        var pieces = await Pieces(duel, token);
        return pieces.Count > 1 ? await Send(notice, pieces, token) : null;
    }

    /// <summary>So long the fast ones wait for the slow ones.</summary>
    private static TimeSpan Patience(OutputKind kind) => kind switch
    {
        OutputKind.Image => TimeSpan.FromMinutes(2),
        OutputKind.Video => TimeSpan.FromMinutes(8),
        OutputKind.Audio or OutputKind.Text => TimeSpan.FromMinutes(3),
    };

    /// <summary>Those of which nothing has been brought yet; none where they do not fit into one album.</summary>
    private async Task<List<Piece>> Pieces(BatchState duel, CancellationToken token)
    {
        List<Piece> pieces = [];
        foreach (var entrant in duel.Entrants.Where(entrant => entrant.Order.Status == GenerationStatus.Succeeded))
        {
            var journal = await DeliveryJournal.Open(db, entrant.Order, token);
            if (journal.IsUntouched)
            {
                pieces.Add(new Piece(entrant, journal));
            }
        }

        var items = pieces.SelectMany(piece => piece.Entrant.Order.Result).ToList();
        return items.Count <= AlbumMax && GoTogether(items) ? pieces : [];
    }

    /// <summary>Pictures and films may be mixed; sounds stay among themselves, and words are no album.</summary>
    private static bool GoTogether(List<ResultItem> items) => items.TrueForAll(item => item.Address is not null)
        && (items.TrueForAll(item => item.Kind is OutputKind.Image or OutputKind.Video)
            || items.TrueForAll(item => item.Kind == OutputKind.Audio));

    private async Task<LaterOutcome?> Send(GenerationNotice notice, List<Piece> pieces, CancellationToken token)
    {
        foreach (var piece in pieces)
        {
            await piece.Journal.AttemptAll(token);
        }

        var outcome = await notifier.Album(notice, [.. pieces.Select(piece => piece.Entrant)], token);
        var copies = new Queue<string?>(outcome is SendOutcome.Sent { Copies: var kept } ? kept : []);
        var before = 0;
        foreach (var piece in pieces)
        {
            Note(piece, outcome, before, copies);
            before += piece.Entrant.Order.Result.Count;
        }

        await pieces[0].Journal.Save(CancellationToken.None);
        if (outcome is SendOutcome.RecipientGone)
        {
            await db.KeepForReturn(notice.Generation.Id, CancellationToken.None);
        }

        return outcome switch
        {
            SendOutcome.TryLater later => LaterOutcome.After(later.After, later.Detail),
            SendOutcome.Unknown { IsTrouble: true } trouble => LaterOutcome.After(Moment, trouble.Detail),
            SendOutcome.RecipientGone => LaterOutcome.Done,
            _ => null,
        };
    }

    /// <summary>What went wrong with all of them together may still go with each of them.</summary>
    /// <param name="before">So many messages of the album are those of others; they follow each other.</param>
    private static void Note(Piece piece, SendOutcome outcome, int before, Queue<string?> copies)
    {
        switch (outcome)
        {
            case SendOutcome.Sent sent:
                piece.Journal.SentAll(sent.MessageId + before, copies);
                break;
            case SendOutcome.Unknown { IsTrouble: false }:
                piece.Journal.DoubtAll(piece.Entrant.Order);
                break;
            case SendOutcome.TryLater or SendOutcome.RecipientGone:
                piece.Journal.NoneSent();
                break;
            case SendOutcome.Unknown:
                break;
            default:
                piece.Journal.TakeAllApart(piece.Entrant.Order);
                break;
        }
    }

    private sealed record Piece(EntrantState Entrant, DeliveryJournal Journal);
}
