using System.Globalization;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Drafts;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>A customer's own results to go on from, page by page; where there are none yet, the models that make them.</summary>
internal static class EarlierKeyboard
{
    private const int PerPage = 8;
    private const int LabelLengthMax = 48;

    public static void Add(Language l, WizardView.Ask ask, EarlierField field, Keyboard keyboard, int page)
    {
        if (ask.Earlier.Count == 0)
        {
            keyboard.Grid(ask.Sources.Select(source => new ModelRoute(source.Id).Button(source.Title.In(l))), perRow: 1);
            return;
        }

        var buttons = ask.Earlier
            .GroupBy(result => result.Generation)
            .SelectMany(pieces => pieces.Select((piece, index) => ButtonOf(field, piece, index + 1)))
            .ToList();
        var pageCount = (buttons.Count + PerPage - 1) / PerPage;
        page = Math.Clamp(page, 1, pageCount);
        keyboard.Grid(buttons.Skip((page - 1) * PerPage).Take(PerPage), perRow: 1);
        if (pageCount > 1)
        {
            keyboard.Row(
                page > 1 ? new ChoicesRoute(field.Name, page - 1).Button("‹") : null,
                new Button.Closed(MenuTexts.Page(page, pageCount)),
                page < pageCount ? new ChoicesRoute(field.Name, page + 1).Button("›") : null);
        }
    }

    private static Button ButtonOf(EarlierField field, EarlierValue result, int number) =>
        new PickEarlierRoute(field.Name, result.Generation, number).Button(
            Words.Shorten(string.Create(CultureInfo.InvariantCulture, $"{result.MadeAt:dd.MM} · {result.Title}"), LabelLengthMax));
}
