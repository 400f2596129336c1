using MediatR;
using Trt.Application.Finding;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Finding;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Application.Inline;

/// <summary>
/// Somebody types the bot's name and a few words in another chat. What could be made of them, and what of their own fits; nothing is
/// ordered. Asked with every letter: it takes what is in memory and one look at the database.
/// </summary>
/// <param name="Skip">How many pieces of their own were listed before.</param>
public sealed record AskInline(UserId UserId, string Words, int Skip) : IRequest<InlineList>
{
    public const int PiecesMax = 20;

    /// <summary>Beside ideas: what is typed is about one or two of them.</summary>
    public const int RecipesMax = 2;
}

/// <param name="Language">Null for whoever is no customer.</param>
/// <param name="Code">Under which the words are kept; null where there are none.</param>
/// <param name="Recipes">Those of the house that the words are about; all of them where there is nothing else to show.</param>
/// <param name="HasMore">More of their own can be listed.</param>
public sealed record InlineList(
    Language? Language,
    string? Code,
    IReadOnlyList<Proposal> Ideas,
    IReadOnlyList<HouseRecipe> Recipes,
    IReadOnlyList<InlinePiece> Pieces,
    bool HasMore);

/// <param name="Words">What was asked for; null where nothing was written.</param>
public sealed record InlinePiece(OwnPiece Piece, ModelCard? Card, string? Words);

internal sealed class AskInlineHandler(
    IWishReader reader, IOwnPieces own, Proposals proposals, IHouseRecipes house, IdeaBook book, ICatalog catalog)
    : IRequestHandler<AskInline, InlineList>
{
    private static readonly Wish Anything = new([Job.DrawImage], IsSure: false);

    public async Task<InlineList> Handle(AskInline request, CancellationToken token)
    {
        var words = request.Words.Trim();
        var found = await own.Find(
            request.UserId, words.Length == 0 ? null : words, TextFields(), request.Skip, AskInline.PiecesMax + 1, token);
        var ideas = words.Length == 0 || request.Skip > 0 || found.IsBlocked ? [] : await Ideas(words, token);
        return new InlineList(
            found.Language,
            ideas.Count == 0 ? null : book.CodeFor(request.UserId, words),
            ideas,
            request.Skip > 0 || found.IsBlocked ? [] : Recipes(words, found.Pieces.Count == 0),
            [.. found.Pieces.Take(AskInline.PiecesMax).Select(Of)],
            found.Pieces.Count > AskInline.PiecesMax);
    }

    /// <summary>What can be made of the words alone.</summary>
    private async ValueTask<IReadOnlyList<Proposal>> Ideas(string words, CancellationToken token)
    {
        var wish = await reader.Read(words, FilesGiven.None, token) is Reading.Wanted { Wish: var wanted } ? wanted : Anything;
        var jobs = wish.Jobs.Where(IsFromWords).ToList();
        return proposals.AsListed(wish, jobs.Count > 0 ? jobs : Anything.Jobs);
    }

    private IReadOnlyList<HouseRecipe> Recipes(string words, bool isEmpty) =>
        words.Length > 0 ? [.. RecipeFinder.Find(house.All, words).Take(AskInline.RecipesMax)] : isEmpty ? house.All : [];

    private InlinePiece Of(OwnPiece piece)
    {
        var card = catalog.Current.Find(piece.Model);
        return new InlinePiece(piece, card, Described.Words(card, piece.Inputs));
    }

    private IReadOnlyCollection<string> TextFields() =>
    [
        .. catalog.Current.Cards.SelectMany(card => card.Inputs.Fields)
            .Where(field => field is TextField or TextListField or DialogueField)
            .Select(field => field.Name)
            .Distinct(),
    ];

    /// <summary>Nobody can send a file into a list.</summary>
    private static bool IsFromWords(Job job) =>
        job is Job.DrawImage or Job.FilmFromText or Job.MakeSong or Job.WriteLyrics or Job.SpeakText or Job.MakeSound;
}
