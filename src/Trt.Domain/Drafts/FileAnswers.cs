using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>What is sent: files that gather in a field, alone or as an album.</summary>
public sealed class FileAnswers
{
    private readonly Wizard _wizard;

    internal FileAnswers(Wizard wizard) => _wizard = wizard;

    /// <summary>Where a file belongs: its album's field as long as the album is coming in, otherwise the open question.</summary>
    public Field? FieldFor(string? albumId) => Incoming(albumId) is { } album ? _wizard.Card.Inputs.Find(album.Field) : _wizard.Open;

    /// <summary>How many files of an album found no place.</summary>
    public int ExtraOf(string? albumId) => Incoming(albumId)?.Extra ?? 0;

    /// <summary>
    /// Adds one file. The field stays open until the customer says "done" or it is full; when a full one is edited, a new file begins anew.
    /// What comes of an album after the field is full is counted instead of answering the next question.
    /// </summary>
    public IReadOnlyList<InputProblem> Add(MediaField field, MediaItem item, string? albumId = null)
    {
        if (Incoming(albumId) is { } album && !IsOpen(field) && _wizard.Draft.MediaOf(field).Count == field.ItemsMax)
        {
            _wizard.State.Album = album with { Extra = album.Extra + 1 };
            return [];
        }

        if (albumId is not null && Incoming(albumId) is null)
        {
            _wizard.State.Album = new Album(albumId, field.Name);
        }

        return Gather(field, item);
    }

    private IReadOnlyList<InputProblem> Gather(MediaField field, MediaItem item)
    {
        var before = _wizard.Draft.MediaOf(field);
        IReadOnlyList<MediaItem> items = _wizard.IsEditing && before.Count == field.ItemsMax ? [item] : [.. before, item];
        if (items.Count > field.ItemsMax)
        {
            return [new InputProblem(field.Name, ProblemCode.TooManyItems, field.ItemsMax, items.Count)];
        }

        // Fewer than the minimum is no problem yet: more files may follow.
        var check = _wizard.Card.Inputs.CheckField((MediaField)_wizard.Limited(field) with { ItemsMin = 1 }, new MediaValue(items));
        if (check.IsValid)
        {
            _wizard.Draft.Put(field.Name, check.Values[field.Name]);
            if (items.Count == field.ItemsMax && IsOpen(field))
            {
                _wizard.Leave(field);
            }
        }

        return check.Problems;
    }

    private Album? Incoming(string? albumId) =>
        albumId is not null && _wizard.State.Album is { } album && album.Id == albumId ? album : null;

    private bool IsOpen(MediaField field) => _wizard.State.Asking == field.Name;
}
