namespace Trt.Domain.Catalog;

/// <summary>
/// What a result can become, told by the cards alone: by the work they do and the inputs they take. A new card is a new step by itself.
/// </summary>
public static class NextSteps
{
    /// <summary>What people want of a picture, a film, a sound or a text, the likeliest first.</summary>
    private static readonly Dictionary<OutputKind, GenerationType[]> Wanted = new()
    {
        [OutputKind.Image] =
        [
            GenerationType.ImageToVideo, GenerationType.ImageUpscale, GenerationType.ImageEdit, GenerationType.BackgroundRemoval,
            GenerationType.ImageToImage, GenerationType.LipSync, GenerationType.SpeechToVideo, GenerationType.ReferenceToVideo,
            GenerationType.WatermarkRemoval,
        ],
        [OutputKind.Video] =
        [
            GenerationType.VideoUpscale, GenerationType.LipSync, GenerationType.VideoToVideo, GenerationType.WatermarkRemoval,
            GenerationType.ReferenceToVideo,
        ],
        [OutputKind.Audio] =
            [GenerationType.LipSync, GenerationType.SpeechToVideo, GenerationType.AudioToAudio, GenerationType.SpeechToText],
        [OutputKind.Text] = [GenerationType.TextToMusic],
    };

    /// <summary>Done once, there is no use in doing it again.</summary>
    private static readonly HashSet<GenerationType> Finishing =
        [GenerationType.ImageUpscale, GenerationType.VideoUpscale, GenerationType.BackgroundRemoval, GenerationType.WatermarkRemoval];

    /// <param name="maker">The card that made the result; null when it has left the catalog.</param>
    public static IReadOnlyList<NextStep> After(ModelCatalog catalog, ModelCard? maker, OutputKind kind)
    {
        var wanted = Wanted[kind].Where(type => IsOfUse(type, maker)).ToList();
        var cards = wanted.SelectMany(catalog.Offered).Where(card => InputFor(card, maker, kind) is not null).ToList();
        var alone = cards.Where(StandsAlone).Select(card => new NextStep(card.Type, [card], StandsAlone: true));
        var kinds = cards.Where(card => !StandsAlone(card)).GroupBy(card => card.Type).Select(group => new NextStep(
            group.Key, [.. group.OrderBy(card => OtherFiles(card, maker, kind)).ThenBy(card => card.Order)]));
        var own = cards.Where(card => StandsAlone(card) && card.Maker == maker?.Maker).ToList();
        // Whoever makes continuations of their own results does the rest of the work on them best as well.
        var goesOn = own.Exists(card => InputFor(card, maker, kind) is EarlierField);
        return
        [
            .. alone.Concat(kinds)
                .OrderBy(step => goesOn && own.Contains(step.First) ? -1 : wanted.IndexOf(step.Type))
                .ThenBy(step => step.First.Order),
        ];
    }

    /// <summary>Where the result goes in: as the earlier order where the model knows it, otherwise as a file or a text.</summary>
    public static Field? InputFor(ModelCard card, ModelCard? maker, OutputKind kind)
    {
        var fields = card.Inputs.Fields.Where(field => !field.IsHidden).ToList();
        return fields.OfType<EarlierField>().FirstOrDefault(field => maker is not null && field.From.Contains(maker.Id))
            ?? (Field?)fields.OfType<MediaField>().Where(field => Takes(field, kind)).MaxBy(field => field.IsRequired)
            ?? (kind == OutputKind.Text ? fields.OfType<TextField>().FirstOrDefault(field => field.IsLong && field.IsRequired) : null);
    }

    private static bool IsOfUse(GenerationType type, ModelCard? maker) => type != maker?.Type || !Finishing.Contains(type);

    /// <summary>Works on sounds have little in common, and a film is gone on with in one way only.</summary>
    private static bool StandsAlone(ModelCard card) => card.Type switch
    {
        GenerationType.AudioToAudio => true,
        GenerationType.VideoToVideo => card.Inputs.Fields.Any(field => field is EarlierField),
        _ => false,
    };

    /// <summary>The fewer other files somebody has to bring, the sooner they go on.</summary>
    private static int OtherFiles(ModelCard card, ModelCard? maker, OutputKind kind)
    {
        var input = InputFor(card, maker, kind);
        return card.Inputs.Fields.Count(
            field => field is MediaField or EarlierField && field is { IsRequired: true, IsHidden: false } && field != input);
    }

    private static bool Takes(MediaField field, OutputKind kind) => kind switch
    {
        OutputKind.Image => field.Kind == MediaKind.Image,
        OutputKind.Video => field.Kind == MediaKind.Video,
        OutputKind.Audio => field.Kind == MediaKind.Audio,
        OutputKind.Text => false,
    };
}
