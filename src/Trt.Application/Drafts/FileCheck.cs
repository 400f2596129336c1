using Microsoft.EntityFrameworkCore;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Finding;

namespace Trt.Application.Drafts;

/// <summary>
/// Finds out what a file really is, before the draft is locked: fetching it is slow, and nobody else waits for it.
/// What its sender says about its type and length decides nothing.
/// </summary>
internal sealed class FileCheck(ITrtDb db, ICatalog catalog, InputFiles files, IMediaGauge gauge, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    public async Task<CheckedFile> Look(AddFile request, CancellationToken token)
    {
        var draft = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(draft => draft.UserId == request.UserId, token);
        if (draft is null
            || catalog.Current.Find(draft.Model) is not { } card
            || Wizard.Resume(draft, card, time.GetUtcNow()) is var wizard && FieldFor(request.Item.Kind) is not { } field)
        {
            return new CheckedFile(request.Item, null);
        }

        if (request.Item.Bytes > AddFile.BytesMax)
        {
            var (limit, given) = (Math.Min(field.BytesMax, AddFile.BytesMax), request.Item.Bytes.Value);
            return new CheckedFile(request.Item, new InputProblem(field.Name, ProblemCode.FileTooLarge, $"{limit}", $"{given}"));
        }

        return request.IsPhoto ? new CheckedFile(request.Item, null) : await Look(request.Item, card, field, FieldFor, token);

        MediaField? FieldFor(MediaKind kind) => wizard.Files.FieldFor(request.AlbumId, kind) as MediaField;
    }

    /// <summary>A file that came before its order.</summary>
    public async Task<CheckedFile> Look(GivenFile file, ModelCard card, MediaField field, CancellationToken token) =>
        file.IsPhoto ? new CheckedFile(file.Item, null) : await Look(file.Item, card, field, token);

    /// <summary>What it is by its own bytes, and whether the question can do with it.</summary>
    public Task<CheckedFile> Look(MediaItem item, ModelCard card, MediaField field, CancellationToken token) =>
        Look(item, card, field, _ => field, token);

    /// <param name="fieldFor">Where it belongs by its true kind; null where nothing takes that.</param>
    private async Task<CheckedFile> Look(
        MediaItem item, ModelCard card, MediaField field, Func<MediaKind, MediaField?> fieldFor, CancellationToken token)
    {
        var measured = await Measure(item, field, token);
        return measured.Problem is null ? Judge(measured.Item, card, fieldFor(measured.Item.Kind) ?? field) : measured;
    }

    private async Task<CheckedFile> Measure(MediaItem item, MediaField field, CancellationToken token)
    {
        using var clock = new CancellationTokenSource(Patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token, clock.Token);
        try
        {
            if (await files.Open(item, end.Token) is not CustomerFile.Opened { Content: var content })
            {
                return Refuse(item, field, ProblemCode.FileNotReached);
            }

            await using (content)
            {
                return await gauge.Measure(content, end.Token) is { } measure
                    ? new CheckedFile(Measured(item, measure), null)
                    : Refuse(item, field, ProblemCode.NotMedia, string.Join(", ", field.MimeTypes));
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException && !token.IsCancellationRequested)
        {
            return Refuse(item, field, ProblemCode.FileNotReached);
        }
    }

    private static MediaItem Measured(MediaItem claimed, MediaMeasure measure) => claimed with
    {
        Kind = measure.Kind,
        MimeType = measure.MimeType,
        Bytes = measure.Bytes,
        Width = measure.Width,
        Height = measure.Height,
        DurationSeconds = measure.DurationSeconds,
    };

    private static CheckedFile Judge(MediaItem item, ModelCard card, MediaField field)
    {
        if (item.Kind == field.Kind && item.DurationSeconds is null && FileNeeds.Length(card, field))
        {
            return Refuse(item, field, ProblemCode.LengthUnknown);
        }

        return item.Kind == field.Kind && item.Width is null && FileNeeds.Size(card, field)
            ? Refuse(item, field, ProblemCode.SizeUnknown)
            : new CheckedFile(item, null);
    }

    private static CheckedFile Refuse(MediaItem item, MediaField field, ProblemCode code, string? limit = null) =>
        new(item, new InputProblem(field.Name, code, limit));
}

/// <param name="Item">With measured figures only, or as it came when no file is due.</param>
internal sealed record CheckedFile(MediaItem Item, InputProblem? Problem);
