using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>What is sent: files that gather in a field, alone or as an album.</summary>
public sealed partial class Draft
{
    /// <summary>Where a file belongs: its album's field as long as the album is coming in, otherwise the open question.</summary>
    public Field? FieldFor(ModelCard card, string? albumId) =>
        (albumId is not null && Album?.Id == albumId ? Album.Field : Asking) is { } name ? card.Inputs.Find(name) : null;

    /// <summary>One file of an album. What comes after the field is full is counted instead of answering the next question.</summary>
    public IReadOnlyList<InputProblem> AddFromAlbum(ModelCard card, MediaField field, MediaItem item, string albumId)
    {
        if (Album?.Id != albumId)
        {
            Album = new Album(albumId, field.Name);
        }
        else if (Asking != field.Name && MediaOf(field).Count == field.ItemsMax)
        {
            Album = Album with { Extra = Album.Extra + 1 };
            return [];
        }

        return AddMedia(card, field, item);
    }

    /// <summary>
    /// Adds one file. The field stays open until the customer says "done" or it is full; when a full one is edited, a new file begins anew.
    /// </summary>
    public IReadOnlyList<InputProblem> AddMedia(ModelCard card, MediaField field, MediaItem item)
    {
        var before = MediaOf(field);
        IReadOnlyList<MediaItem> items = IsEditing && before.Count == field.ItemsMax ? [item] : [.. before, item];
        if (items.Count > field.ItemsMax)
        {
            return [new InputProblem(field.Name, ProblemCode.TooManyItems, field.ItemsMax, items.Count)];
        }

        // Fewer than the minimum is no problem yet: more files may follow.
        var check = card.Inputs.CheckField((MediaField)Limited(card, field) with { ItemsMin = 1 }, new MediaValue(items));
        if (!check.IsValid)
        {
            return check.Problems;
        }

        Put(field.Name, check.Values[field.Name]);
        Quote = null;
        if (items.Count == field.ItemsMax && Asking == field.Name)
        {
            Leave(card, field);
        }

        return [];
    }

    public IReadOnlyList<MediaItem> MediaOf(MediaField field) => Values.GetValueOrDefault(field.Name) is MediaValue media ? media.Items : [];

    /// <summary>"Done" on a field that takes several files.</summary>
    public IReadOnlyList<InputProblem> FinishMedia(ModelCard card, MediaField field) =>
        Answer(card, field, new MediaValue(MediaOf(field)));
}
