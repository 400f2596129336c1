using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>
/// Where a button leads. It knows how it is written into <c>callback_data</c>; what is written stays readable for ever,
/// since buttons in old messages outlive releases.
/// </summary>
internal abstract record Route(string Name, params string[] Arguments)
{
    public const int DataBytesMax = 64;

    public string Data
    {
        get
        {
            var data = Arguments.Length == 0 ? Name : $"{Name}:{string.Join(':', Arguments)}";
            return Encoding.UTF8.GetByteCount(data) <= DataBytesMax
                ? data
                : throw new InvalidOperationException($"Button data is over {DataBytesMax} bytes: {data}");
        }
    }

    /// <summary>Two routes are one when they are written alike.</summary>
    public virtual bool Equals(Route? other) => other is not null && EqualityContract == other.EqualityContract && Data == other.Data;

    public override int GetHashCode() => Data.GetHashCode(StringComparison.Ordinal);

    public sealed override string ToString() => Data;

    protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    protected static string Text(Money price) => price.Kopecks.ToString(CultureInfo.InvariantCulture);

    protected static string Text(GenerationId id) => Base64Url.EncodeToString(id.Value.ToByteArray(bigEndian: true));

    protected static string[] Named(string? field) => field is null ? [] : [field];

    public static GenerationId? Id(string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        // Asked first: despite its name the decoder throws at a foreign letter.
        return text.Length == 22 && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == 16
            ? new GenerationId(new Guid(bytes, bigEndian: true))
            : null;
    }

    /// <summary>Stands for a type of generation in buttons; the names of the ancestor's buttons.</summary>
    protected static string Slug(GenerationType type) => RouteTable.SlugOf(type);
}

internal sealed record MainMenuRoute() : Route("main_menu");

internal sealed record ModelsOfTypeRoute(GenerationType Type, int Page = 1) : Route("gen_type", Slug(Type), Text(Page));

internal sealed record FreeModelsRoute(int Page = 1) : Route("free_tools", Text(Page));

internal sealed record AllModelsRoute(int Page = 1) : Route("show_all_models_list", Text(Page));

internal sealed record ModelRoute(ModelId Model) : Route("model", Model.Value);

internal sealed record BeginRoute(ModelId Model) : Route("select_model", Model.Value);

internal sealed record ChooseRoute(string Field, string Token) : Route("set_param", Field, Token);

internal sealed record ChoicesRoute(string Field, int Page) : Route("choices", Field, Text(Page));

/// <param name="Number">Which piece of the result, from one.</param>
internal sealed record PickEarlierRoute(string Field, GenerationId Generation, int Number) : Route("pick_result", Field, Text(Generation), Text(Number));

internal sealed record TakeCaptionRoute() : Route("take_caption");

/// <param name="Field">The question it belongs to, so that a second press does not pass over the next one too. Older buttons name none.</param>
internal sealed record SkipRoute(string? Field = null) : Route("skip_param", Named(Field));

internal sealed record FilesDoneRoute(string? Field = null) : Route("image_done", Named(Field));

internal sealed record FilesAnewRoute(string? Field = null) : Route("files_anew", Named(Field));

internal sealed record StepBackRoute() : Route("back_to_previous_step");

internal sealed record MoreSettingsRoute() : Route("show_parameters");

internal sealed record EditRoute(string Field) : Route("edit_param", Field);

internal sealed record ShowDraftRoute() : Route("back_to_confirmation");

/// <param name="Shown">The price on the button; null on buttons of earlier releases. It is only compared, never taken.</param>
internal sealed record ConfirmRoute(GenerationId Draft, Money? Shown = null)
    : Route("confirm_generate", Shown is { } price ? [Text(Draft), Text(price)] : [Text(Draft)]);

internal sealed record CancelDraftRoute() : Route("cancel");

internal sealed record CancelGenerationRoute(GenerationId Generation) : Route("cancel", Text(Generation));

internal sealed record StatusRoute(GenerationId Generation) : Route("status", Text(Generation));

internal sealed record RepeatRoute(GenerationId Generation) : Route("gen_repeat", Text(Generation));

internal sealed record HistoryRoute(int Page = 1) : Route("my_generations", Text(Page));

internal sealed record GenerationRoute(GenerationId Generation) : Route("gen_view", Text(Generation));

/// <summary>The customer does not see a result that was sent without an answer.</summary>
internal sealed record ResendRoute(GenerationId Generation) : Route("gen_resend", Text(Generation));

/// <summary>The files as they were made.</summary>
internal sealed record OriginalsRoute(GenerationId Generation) : Route("gen_originals", Text(Generation));

internal sealed record ReceiptRoute(GenerationId Generation) : Route("receipt", Text(Generation));

internal sealed record ReceiptsRoute(int Page = 1) : Route("receipts", Text(Page));

internal sealed record HelpRoute() : Route("help_menu");

internal sealed record LanguageRoute(Language Language) : Route("set_language", RouteTable.CodeOf(Language));

/// <summary>A label that looks like a button: the page number.</summary>
internal sealed record NowhereRoute() : Route("noop");
