using System.Globalization;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Drafts;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Each step of filling in an order.</summary>
internal static class WizardScreen
{
    private const int ChoicesPerPage = 12;
    private const int FoundMax = 24;
    private const int LinesShown = 6;
    private const int LineShown = 80;

    public static Screen Render(Language l, WizardView view, int choicePage = 1) => view switch
    {
        WizardView.Ask ask => Ask(l, ask, choicePage),
        WizardView.Confirm confirm => ConfirmScreen.Render(l, confirm, WizardTexts.Remark(l, confirm)),
        WizardView.Duel duel => DuelScreens.Choose(l, duel, choicePage),
        WizardView.Collision collision => Collision(l, collision),
        WizardView.MoreSettings settings => ConfirmScreen.MoreSettings(l, settings),
        WizardView.Unpriced unpriced => Unpriced(l, unpriced),
        WizardView.Unavailable unavailable => ModelScreens.Unavailable(
            l, unavailable.Model, unavailable.Alternatives, unavailable.OrderIsKept, unavailable.Waiting),
        WizardView.Nothing => Nothing(l),
        _ => throw new InvalidOperationException($"No screen for {view.GetType().Name}"),
    };

    public static Screen Nothing(Language l) => new(
        WizardTexts.Nothing(l),
        new Keyboard().Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Cancelled(Language l) => new(
        WizardTexts.Cancelled(l),
        new Keyboard().Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));

    private static Screen Ask(Language l, WizardView.Ask ask, int choicePage)
    {
        var problems = ask.Problems.Count == 0
            ? Html.Empty
            : Html.Lines([.. ask.Problems.Select(problem => ProblemTexts.Of(l, ask.Card, problem))]);
        var model = ask.Card.Title.In(l);
        return new Screen(
            Html.Paragraphs(
                WizardTexts.Remark(l, ask),
                problems,
                ask.Card is { IsResting: true, RestsSince: { } since }
                    ? ProgressTexts.Obstacle(l, new QueuePlace(WaitReason.ModelRests, Since: since))
                    : Html.Empty,
                ask.IsEditing ? WizardTexts.EditTitle(l, model) : WizardTexts.Title(l, model, ask.Step, ask.Steps),
                ask.Extras.Count > 0 ? Html.Lines(WizardTexts.AddFiles(l), WizardTexts.SendExtras(l)) : Html.Lines(
                    WizardTexts.Label(ask.Field.Label.In(l)),
                    WizardTexts.Hint(ask.Field.Hint?.In(l)),
                    HowToAnswer(l, ask),
                    ask.PerUnit is { } each ? WizardTexts.Hint(PriceTexts.Each(l, each, ask.Card)) : Html.Empty,
                    CanLeaveOut(ask) ? WizardTexts.Optional(l) : Html.Empty),
                Caption(l, ask)),
            WithCaption(l, ask, Answers(l, ask, choicePage))
                .Row(
                    ask.IsEditing || ask.Step > 1 ? new StepBackRoute().Button(MenuTexts.Back(l)) : null,
                    new CancelDraftRoute().Button(WizardTexts.Cancel(l))));
    }

    /// <summary>What the customer wrote under a file is still there, until it becomes the text.</summary>
    public static Html Caption(Language l, WizardView view) => view switch
    {
        { Caption: null } => Html.Empty,
        { Caption: { CanBeTaken: true, Replace: true } words } => WizardTexts.Replace(l, words.Field.Label.In(l), words.Words),
        { Caption: { } words } => WizardTexts.Caption(l, words.Field.Label.In(l), words.Words),
    };

    public static Keyboard WithCaption(Language l, WizardView view, Keyboard keyboard) => view.Caption is { CanBeTaken: true }
        ? keyboard.Row(new TakeCaptionRoute().Button(view.Caption.Replace ? WizardTexts.Replace(l) : WizardTexts.TakeCaption(l)))
        : keyboard;

    private static Html HowToAnswer(Language l, WizardView.Ask ask) => ask.Field switch
    {
        TextField text => WizardTexts.SendText(l, text.LengthMax),
        TextListField list when ask.Texts.Count > 0 => WizardTexts.SendMoreTexts(l, ask.Texts.Count, list.ItemsMax),
        TextListField list => WizardTexts.SendList(l, list.ItemsMax),
        EarlierField when ask.Earlier.Count > 0 => WizardTexts.ChooseEarlier(l),
        EarlierField => WizardTexts.NoEarlier(l, string.Join(", ", ask.Sources.Select(source => source.Title.In(l)))),
        DialogueField dialogue => Dialogue(l, ask, dialogue),
        NumberField number when FewNumbers.Of(number).Count > 0 =>
            WizardTexts.ChooseOrSendNumber(l, ValueTexts.Number(l, number.Min), ValueTexts.Number(l, number.Max)),
        NumberField number => WizardTexts.SendNumber(l, ValueTexts.Number(l, number.Min), ValueTexts.Number(l, number.Max)),
        MediaField media when ask.Media.Count > 0 => WizardTexts.FilesSoFar(l, ask.Media.Count, media.ItemsMax),
        MediaField media => WizardTexts.SendFiles(l, Kind(l, media), media.ItemsMax),
        ChoiceField when ask.Found is { } found => WizardTexts.Found(l, found.Count, Math.Min(found.Count, FoundMax)),
        ChoiceField { Choices.Count: >= ChoiceSearch.WorthwhileFrom } =>
            Html.Lines(WizardTexts.ChooseBelow(l), Html.Escape(WizardTexts.Search(l))),
        ChoiceField or FlagField => WizardTexts.ChooseBelow(l),
        var other => throw new InvalidOperationException($"No way to ask for {other.GetType().Name}"),
    };

    /// <summary>The last lines, then what is due: the voice of the newest one, or another line.</summary>
    private static Html Dialogue(Language l, WizardView.Ask ask, DialogueField dialogue)
    {
        var due = ask.Lines switch
        {
            [] when dialogue.ItemsMax == 1 => WizardTexts.SendSpoken(l, dialogue.LengthMax),
            [] => WizardTexts.SendLine(l, dialogue.ItemsMax),
            [.., { Voice: null }] when ask.Found is { } found => WizardTexts.Found(l, found.Count, Math.Min(found.Count, FoundMax)),
            [.., { Voice: null } last] => WizardTexts.ChooseVoice(l, Words.Shorten(last.Text, LineShown)),
            var lines => WizardTexts.SendNextLine(l, lines.Count, dialogue.ItemsMax),
        };
        var said = ask.Lines.Where(line => line.Voice is not null).TakeLast(LinesShown)
            .Select(line => WizardTexts.Line(ValueTexts.Voice(l, dialogue, line), Words.Shorten(line.Text, LineShown)));
        return Html.Lines([.. said, due]);
    }

    private static Keyboard Answers(Language l, WizardView.Ask ask, int page)
    {
        var keyboard = new Keyboard();
        switch (ask.Field)
        {
            case ChoiceField choice:
                Choices(l, ask, choice, keyboard, page);
                break;
            case EarlierField field:
                EarlierKeyboard.Add(l, ask, field, keyboard, page);
                break;
            case DialogueField dialogue when ask.Lines is [.., { Voice: null }]:
                Choices(l, ask, dialogue.Voice, keyboard, page);
                break;
            case FlagField flag:
                keyboard.Row(
                    new ChooseRoute(flag.Name, "true").Button(WithPrice(l, ask, "true", WizardTexts.Yes(l))),
                    new ChooseRoute(flag.Name, "false").Button(WithPrice(l, ask, "false", WizardTexts.No(l))));
                break;
            case NumberField number when FewNumbers.Of(number) is { Count: > 0 } few:
                Grid(
                    keyboard,
                    [.. few.Select(
                        value => new ChooseRoute(number.Name, Text(value)).Button(
                            WithPrice(l, ask, Text(value), ValueTexts.Number(l, value))))]);
                break;
            case MediaField when ask.Extras.Count > 0:
                return Extras(l, ask, keyboard);
            case MediaField or TextListField or DialogueField when HasSome(ask):
                keyboard.Row(new FilesDoneRoute(ask.Field.Name).Button(WizardTexts.Done(l)));
                keyboard.Row(new FilesAnewRoute(ask.Field.Name).Button(WizardTexts.Anew(l)));
                break;
        }

        if (CanLeaveOut(ask) && ask.Field is not ChoiceField)
        {
            keyboard.Row(new SkipRoute(ask.Field.Name).Button(ask switch
            {
                { Field.Default: { } usual } =>
                    WithPrice(l, ask, Key(usual), WizardTexts.Leave(l, ValueTexts.Of(l, ask.Field, usual))),
                { IsExtra: true, IsEditing: false } => WizardTexts.TextOnly(l),
                _ => WizardTexts.Skip(l),
            }));
        }

        return keyboard;
    }

    private static Keyboard Extras(Language l, WizardView.Ask ask, Keyboard keyboard)
    {
        foreach (var (field, count) in ask.Extras)
        {
            keyboard.Row(new EditRoute(field.Name).Button(WizardTexts.Add(field.Label.In(l), count)));
        }

        var isTextOnly = ask.IsExtra && ask.Extras.All(extra => extra.Count == 0);
        return keyboard.Row(new SkipRoute(ask.Field.Name).Button(isTextOnly ? WizardTexts.TextOnly(l) : WizardTexts.Onward(l)));
    }

    /// <summary>Where one of the buttons is the usual value, there is nothing to leave out.</summary>
    private static bool CanLeaveOut(WizardView.Ask ask) =>
        ask.CanSkip && !HasSome(ask) && ask.Field is not (ChoiceField { Default: not null } or FlagField { Default: not null });

    private static bool HasSome(WizardView.Ask ask) => ask.Media.Count + ask.Texts.Count + ask.Lines.Count > 0;

    private static void Choices(Language l, WizardView.Ask ask, ChoiceField choice, Keyboard keyboard, int page)
    {
        if (ask.Found is { } found)
        {
            Grid(keyboard, [.. found.Take(FoundMax).Select(option => ButtonOf(l, ask, choice, option))]);
            keyboard.Row(new ChoicesRoute(choice.Name, 1).Button(WizardTexts.AllChoices(l)));
            return;
        }

        var pageCount = (choice.Choices.Count + ChoicesPerPage - 1) / ChoicesPerPage;
        page = Math.Clamp(page, 1, pageCount);
        var shown = choice.Choices.Skip((page - 1) * ChoicesPerPage).Take(ChoicesPerPage).ToList();
        Grid(keyboard, [.. shown.Select(option => ButtonOf(l, ask, choice, option))]);
        if (pageCount > 1)
        {
            keyboard.Row(
                page > 1 ? new ChoicesRoute(choice.Name, page - 1).Button("‹") : null,
                new Button.Closed(MenuTexts.Page(page, pageCount)),
                page < pageCount ? new ChoicesRoute(choice.Name, page + 1).Button("›") : null);
        }

        if (ask.Field is ChoiceField { IsRequired: false, Default: null } && ask.CanSkip)
        {
            keyboard.Row(new SkipRoute(choice.Name).Button(WizardTexts.Skip(l)));
        }
    }

    private static Button ButtonOf(Language l, WizardView.Ask ask, ChoiceField choice, Choice option) =>
        new ChooseRoute(choice.Name, option.Token).Button(WithPrice(l, ask, option.Value, option.Label.In(l)));

    private static void Grid(Keyboard keyboard, IReadOnlyList<Button> buttons) =>
        keyboard.Grid(buttons, perRow: buttons.Max(button => button.Text.Length) switch { <= 6 => 4, <= 10 => 3, <= 18 => 2, _ => 1 });

    private static string WithPrice(Language l, WizardView.Ask ask, string value, string label) =>
        ask.Prices.TryGetValue(value, out var price) ? $"{label} · {(price.IsZero ? FreeTexts.Tag(l) : price.In(l))}" : label;

    private static string Kind(Language l, MediaField media) => (media.Kind, media.ItemsMax) switch
    {
        (MediaKind.Image, 1) => WizardTexts.OneImage(l),
        (MediaKind.Image, _) => WizardTexts.Images(l),
        (MediaKind.Video, 1) => WizardTexts.OneVideo(l),
        (MediaKind.Video, _) => WizardTexts.Videos(l),
        (MediaKind.Audio, 1) => WizardTexts.OneAudio(l),
        (MediaKind.Audio, _) => WizardTexts.Audios(l),
    };

    private static Screen Collision(Language l, WizardView.Collision view)
    {
        var settings = view.Fields.Select(field => (
            Field: field,
            Label: field.Label.In(l),
            Value: ValueTexts.Of(l, field, view.Draft.Values.GetValueOrDefault(field.Name) ?? field.Default))).ToList();
        var keyboard = new Keyboard();
        foreach (var setting in settings)
        {
            keyboard.Row(new EditRoute(setting.Field.Name).Button(Words.Shorten(ConfirmTexts.Change(l, setting.Label, setting.Value), 60)));
        }

        return new Screen(
            Html.Paragraphs(
                WizardTexts.Remark(l, view),
                WizardTexts.Collision(
                    l, view.Card.Title.In(l),
                    string.Join(", ", settings.Select(setting => WizardTexts.Setting(setting.Label, setting.Value)))),
                view.Problem.Code == ProblemCode.NotTogether ? Html.Empty : ProblemTexts.Of(l, view.Card, view.Problem)),
            keyboard.Row(new CancelDraftRoute().Button(WizardTexts.Cancel(l))));
    }

    private static Screen Unpriced(Language l, WizardView.Unpriced unpriced) => new(
        WizardTexts.Unpriced(l, unpriced.Card.Title.In(l)),
        new Keyboard()
            .Row(new MoreSettingsRoute().Button(ConfirmTexts.Settings(l)))
            .Row(
                new ModelsOfTypeRoute(unpriced.Card.Type).Button(GenerationTexts.OtherModels(l)),
                new CancelDraftRoute().Button(WizardTexts.Cancel(l))));

    private static string Key(InputValue value) => value is NumberValue { Number: var number } ? Text(number) : "";

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
