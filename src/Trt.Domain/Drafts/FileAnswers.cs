using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>What is sent: files that gather in a field, alone or as an album.</summary>
public sealed class FileAnswers
{
    private readonly Wizard _wizard;

    internal FileAnswers(Wizard wizard) => _wizard = wizard;

    /// <summary>
    /// Where a file belongs: its album's field as long as the album is coming in, otherwise the open question. Where the description or
    /// several kinds of files are asked, its kind tells.
    /// </summary>
    public Field? FieldFor(string? albumId, MediaKind kind) =>
        Incoming(albumId) is { } album && _wizard.Card.Inputs.Find(album.Field) is var field
        && (field is MediaField media && media.Kind == kind || Addable(kind) is null)
            ? field
            : Addable(kind) ?? _wizard.Open;

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

    /// <summary>Goes on with what has been added, be it nothing. Too few of a kind are told at once.</summary>
    public IReadOnlyList<InputProblem> FinishExtras()
    {
        var extras = _wizard.Extras;
        var problems = extras.Where(field => _wizard.Draft.MediaOf(field).Count > 0)
            .SelectMany(field => _wizard.Check(field, new MediaValue(_wizard.Draft.MediaOf(field))).Problems)
            .ToList();
        if (problems.Count == 0)
        {
            var names = extras.Select(field => field.Name).ToList();
            _wizard.State.Trail = [.. _wizard.State.Trail.Except(names), .. names];
            _wizard.AskNext();
        }

        return problems;
    }

    /// <summary>Back to the step in which this file was one of several: what has been added stays. False when it was asked alone.</summary>
    internal bool ChooseAgain(string name)
    {
        var extras = WizardPlan.Extras(_wizard.Card, _wizard.Draft.Values).Select(field => field.Name).ToList();
        if (extras.Count < 2 || !extras.Contains(name))
        {
            return false;
        }

        _wizard.State.Trail = [.. _wizard.State.Trail.Except(extras)];
        _wizard.State.Asking = extras[0];
        return true;
    }

    private MediaField? Addable(MediaKind kind)
    {
        var extras = _wizard is { IsEditing: false, Open: TextField text } && text.Name == _wizard.Captions.Text?.Name
            ? WizardPlan.Extras(_wizard.Card, _wizard.Draft.Values)
            : _wizard.Extras;
        var suited = extras.Where(field => field.Kind == kind).ToList();
        return suited.FirstOrDefault(field => _wizard.Draft.MediaOf(field).Count < field.ItemsMax) ?? suited.FirstOrDefault();
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
            if (items.Count == field.ItemsMax)
            {
                Close(field);
            }
        }

        return check.Problems;
    }

    /// <summary>It is full: there is nothing more to ask, be it open or still to come.</summary>
    private void Close(MediaField field)
    {
        if (IsOpen(field))
        {
            _wizard.Leave(field);
        }
        else if (!_wizard.IsEditing && !_wizard.State.Trail.Contains(field.Name))
        {
            _wizard.State.Trail = [.. _wizard.State.Trail, field.Name];
        }
    }

    private Album? Incoming(string? albumId) =>
        albumId is not null && _wizard.State.Album is { } album && album.Id == albumId ? album : null;

    private bool IsOpen(MediaField field) => _wizard.State.Asking == field.Name;
}
