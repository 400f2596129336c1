using System.Globalization;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons of an order being filled in.</summary>
internal abstract record WizardRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["select_model"] = arguments => Whole(arguments) is { } id ? new BeginRoute(new ModelId(id)) : null,
        ["begin_wait"] = arguments => Whole(arguments) is { } id ? new BeginWaitingRoute(new ModelId(id)) : null,
        ["take"] = arguments => arguments is [var number, .. var rest] && FindRoute.NumberIn(number) is { } wish && Whole(rest) is { } id
            ? new TakeWishRoute(wish, new ModelId(id))
            : null,
        ["generate_again"] = _ => new BeginAgainRoute(),
        ["first_picture"] = arguments => Whole(arguments) is { } id ? new FirstPictureRoute(new ModelId(id)) : null,
        ["set_param"] = arguments => arguments.Length >= 2 ? new ChooseRoute(arguments[0], string.Join(':', arguments[1..])) : null,
        ["choices"] = arguments => At(arguments, 0) is { } field ? new ChoicesRoute(field, PageIn(At(arguments, 1))) : null,
        ["pick_result"] = PickEarlier,
        ["take_caption"] = _ => new TakeCaptionRoute(),
        ["skip_param"] = arguments => new SkipRoute(At(arguments, 0)),
        ["image_done"] = arguments => new FilesDoneRoute(At(arguments, 0)),
        ["files_anew"] = arguments => new FilesAnewRoute(At(arguments, 0)),
        ["back_to_previous_step"] = _ => new StepBackRoute(),
        ["show_parameters"] = _ => new MoreSettingsRoute(),
        ["edit_param"] = arguments => At(arguments, 0) is { } field ? new EditRoute(field) : null,
        ["back_to_confirmation"] = _ => new ShowDraftRoute(),
        ["confirm_generate"] = arguments => WithId(arguments, id => new ConfirmRoute(id, Price(At(arguments, 1)))) ?? new ShowDraftRoute(),
        ["confirm_wait"] = arguments => WithId(arguments, id => new WaitRoute(id, Price(At(arguments, 1)))) ?? new ShowDraftRoute(),
        ["cancel"] = arguments => arguments.Length == 0 ? new CancelDraftRoute() : WithId(arguments, id => new CancelGenerationRoute(id)),
        ["gen_repeat"] = arguments => WithId(arguments, id => new RepeatRoute(id)),
        [GoOnRoute.Key] = arguments => At(arguments, 2) is { } model
            ? WithId(arguments, id => new GoOnRoute(id, Count(At(arguments, 1)), model))
            : null,
        ["vary"] = arguments => WithId(arguments, id => new VaryRoute(id, Count(At(arguments, 1)))),
        ["reword"] = arguments => WithId(arguments, id => new RewordRoute(id)),
        ["duel"] = _ => new DuelRoute(),
        ["duel_page"] = arguments => new DuelPageRoute(PageIn(At(arguments, 0))),
        ["duel_pick"] = arguments => At(arguments, 0) is { } model
            ? new EntrantRoute(model, At(arguments, 1) == "1", PageIn(At(arguments, 2)))
            : null,
        ["duel_over"] = _ => new DuelOverRoute(),
        ["duel_wish"] = arguments => FindRoute.NumberIn(At(arguments, 0)) is { } wish && WishRoute.Read(At(arguments, 1)) is { } lean
            ? new DuelOfWishRoute(wish, lean)
            : null,
        ["duel_of"] = arguments => WithId(arguments, id => new DuelOfResultRoute(id)),
        ["duel_kind"] = arguments => RouteTable.TypeOf(At(arguments, 0)) is { } type ? new DuelOfTypeRoute(type) : null,
        ["elsewhere"] = arguments => At(arguments, 1) is { } model ? WithId(arguments, id => new ElsewhereRoute(id, model)) : null,
    };

    private static int Count(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 99) : 0;

    private static PickEarlierRoute? PickEarlier(string[] arguments) =>
        At(arguments, 0) is { } field && At(arguments, 1) is { } text && Id(text) is { } id
            ? new PickEarlierRoute(field, id, PageIn(At(arguments, 2)))
            : null;

    private static Money? Price(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var kopecks) ? new Money(kopecks) : null;
}

internal sealed record BeginRoute(ModelId Model) : WizardRoute("select_model", Model.Value);

/// <summary>An order for a model that rests: it is filled in, and waits.</summary>
internal sealed record BeginWaitingRoute(ModelId Model) : WizardRoute("begin_wait", Model.Value);

/// <summary>Straight to the description: all the rest is left as is usual.</summary>
internal sealed record FirstPictureRoute(ModelId Model) : WizardRoute("first_picture", Model.Value);

/// <summary>One of the models that were proposed for what somebody wrote or sent, with all of it filled in.</summary>
internal sealed record TakeWishRoute(int Number, ModelId Model) : WizardRoute("take", Text(Number), Model.Value);

internal sealed record BeginAgainRoute() : WizardRoute("generate_again");

internal sealed record ChooseRoute(string Field, string Token) : WizardRoute("set_param", Field, Token);

internal sealed record ChoicesRoute(string Field, int Page) : WizardRoute("choices", Field, Text(Page));

/// <param name="Number">Which piece of the result, from one.</param>
internal sealed record PickEarlierRoute(string Field, GenerationId Generation, int Number)
    : WizardRoute("pick_result", Field, Text(Generation), Text(Number));

internal sealed record TakeCaptionRoute() : WizardRoute("take_caption");

/// <param name="Field">The question it belongs to, so that a second press does not pass over the next one too.
/// Older buttons name none.</param>
internal sealed record SkipRoute(string? Field = null) : WizardRoute("skip_param", Named(Field));

internal sealed record FilesDoneRoute(string? Field = null) : WizardRoute("image_done", Named(Field));

internal sealed record FilesAnewRoute(string? Field = null) : WizardRoute("files_anew", Named(Field));

internal sealed record StepBackRoute() : WizardRoute("back_to_previous_step");

internal sealed record MoreSettingsRoute() : WizardRoute("show_parameters");

internal sealed record EditRoute(string Field) : WizardRoute("edit_param", Field);

internal sealed record ShowDraftRoute() : WizardRoute("back_to_confirmation");

/// <param name="Shown">The price on the button; null on buttons of earlier releases. It is only compared, never taken.</param>
internal sealed record ConfirmRoute(GenerationId Draft, Money? Shown = null)
    : WizardRoute("confirm_generate", Shown is { } price ? [Text(Draft), Text(price)] : [Text(Draft)])
{
    public override Tone Tone => Tone.Agree;
}

/// <summary>The same for whoever knows that it cannot start at once.</summary>
internal sealed record WaitRoute(GenerationId Draft, Money? Shown = null)
    : WizardRoute("confirm_wait", Shown is { } price ? [Text(Draft), Text(price)] : [Text(Draft)])
{
    public override Tone Tone => Tone.Agree;
}

internal sealed record CancelDraftRoute() : WizardRoute("cancel")
{
    public override Tone Tone => Tone.Stop;
}

internal sealed record RepeatRoute(GenerationId Generation) : WizardRoute("gen_repeat", Text(Generation));
