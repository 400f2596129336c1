using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>A customer's own results that another order may go on from. Whose they are is decided by the query.</summary>
internal sealed class EarlierResults(ITrtDb db, ICatalog catalog, ShopOptions options, TimeProvider time)
{
    /// <summary>More are no choice any more.</summary>
    private const int GenerationsMax = 40;

    /// <summary>Newest first; a result of several pieces stands here once for each.</summary>
    public async Task<IReadOnlyList<EarlierValue>> Of(UserId user, EarlierField field, CancellationToken token)
    {
        var made = await Fitting(user, field).OrderByDescending(generation => generation.CreatedAt).Take(GenerationsMax).ToListAsync(token);
        return [.. made.SelectMany(generation => Pieces(generation, field))];
    }

    /// <summary>One of them; null when it is not (or no longer) this customer's to go on from.</summary>
    /// <param name="number">Which piece of it, from one.</param>
    public async Task<EarlierValue?> Find(UserId user, EarlierField field, GenerationId id, int number, CancellationToken token) =>
        await Fitting(user, field).FirstOrDefaultAsync(generation => generation.Id == id, token) is { } found
            ? Pieces(found, field).ElementAtOrDefault(number - 1)
            : null;

    private IQueryable<Generation> Fitting(UserId user, EarlierField field)
    {
        var since = time.GetUtcNow() - EarlierField.KeptFor;
        return db.Generations.AsNoTracking().Where(generation =>
            generation.UserId == user
            && generation.Status == GenerationStatus.Delivered
            && generation.TaskId != null
            && generation.DeletedAt == null
            && generation.FinishedAt > since
            && field.From.Contains(generation.Model));
    }

    private IEnumerable<EarlierValue> Pieces(Generation generation, EarlierField field)
    {
        var title = TitleOf(generation);
        var madeAt = generation.FinishedAt!.Value.ToOffset(options.DayOffset);
        var whole = new EarlierValue(generation.Id, generation.Model, generation.TaskId!, null, title, madeAt)
        {
            Ordered = Remembered(generation, field),
        };
        return field.PieceAs is null
            ? [whole]
            : generation.Result
                .Where(item => item.Id is not null)
                .Select((item, index) => whole with { Piece = item.Id, Title = $"{index + 1} · {title}" });
    }

    /// <summary>Only what the card asks for, and only what can be said in a word.</summary>
    private static Dictionary<string, string> Remembered(Generation generation, EarlierField field) => field.Remembers
        .Select(name => (Name: name, Said: Word(generation.Inputs.GetValueOrDefault(name))))
        .Where(pair => pair.Said is not null)
        .ToDictionary(pair => pair.Name, pair => pair.Said!, StringComparer.Ordinal);

    private static string? Word(InputValue? value) => value switch
    {
        TextValue text => text.Text,
        NumberValue number => Numbers.Text(number.Number),
        FlagValue flag => flag.Flag ? "true" : "false",
        _ => null,
    };

    /// <summary>What was asked for in words, or else the name of the model.</summary>
    private string TitleOf(Generation generation)
    {
        var card = catalog.Current.Find(generation.Model);
        var words = card?.Inputs.Fields.OfType<TextField>().Select(field => generation.Inputs.GetValueOrDefault(field.Name));
        return words?.OfType<TextValue>().FirstOrDefault()?.Text ?? card?.Title.En ?? generation.Model.Value;
    }
}
