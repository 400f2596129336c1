using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.Promos;
using Trt.Application.Growth;
using Trt.Application.Mapping;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Behind the counter: promo codes.</summary>
internal static class PromoCodeScreens
{
    private static readonly int[] Uses = [1, 10, 100, 1000, 10_000];
    private static readonly int[] Days = [7, 30, 90, 0];

    public static Screen List(Language l, Page<PromoStanding> page, Html notice = default)
    {
        var keyboard = new Keyboard().Row(new NewPromoRoute().Button(PromoCodeTexts.New(l)));
        foreach (var standing in page.Items)
        {
            keyboard.Row(new PromoCardRoute(PromoMarks.Of(standing.Promo.Code)).Button(PromoCodeTexts.Row(l, standing)));
        }

        return new Screen(
            Html.Paragraphs(notice, PromoCodeTexts.Title(l, page.Items.Count == 0)),
            keyboard.Leaf(page, number => new PromoCodesRoute(number)).Row(AdminScreens.Back(l)));
    }

    public static Screen AskKind(Language l) => new(
        PromoCodeTexts.AskKind(l),
        new Keyboard()
            .Grid(Enum.GetValues<PromoKind>().Select(kind => new NewPromoRoute(kind).Button(PromoCodeTexts.Kind(l, kind))), perRow: 1)
            .Append(ToList(l)));

    public static Screen AskValue(Language l, PromoKind kind, Html problem = default) =>
        new(Html.Paragraphs(problem, PromoCodeTexts.AskValue(l, kind)), ToList(l));

    public static Screen Form(Language l, PromoForm form, Html problem = default) => new(
        Html.Paragraphs(problem, PromoCodeTexts.Form(l, form)),
        new Keyboard()
            .Grid(Uses.Where(uses => uses != form.Uses).Select(uses => new PromoUsesRoute(uses).Button(PromoCodeTexts.Times(l, uses))), 2)
            .Grid(Days.Where(days => days != form.Days).Select(days => new PromoDaysRoute(days).Button(PromoCodeTexts.Days(l, days))), 3)
            .Row(new MakePromoRoute(IsSure: false).Button(PromoCodeTexts.Make(l)))
            .Append(ToList(l)));

    public static Screen Sure(Language l, PromoForm form) => new(
        PromoCodeTexts.Sure(l, form),
        new Keyboard().Row(new MakePromoRoute(IsSure: true).Button(PromoCodeTexts.Surely(l))).Append(ToList(l)));

    /// <param name="isAsked">The next press stops it.</param>
    public static Screen Card(Language l, PromoSheet? sheet, Html notice = default, bool isAsked = false)
    {
        if (sheet is null)
        {
            return new Screen(Html.Paragraphs(notice, PromoCodeTexts.Unknown(l)), ToList(l));
        }

        var mark = PromoMarks.Of(sheet.Standing.Promo.Code);
        var keyboard = new Keyboard();
        foreach (var use in sheet.Uses.Items)
        {
            keyboard.Row(new AdminUserRoute(use.UserId).Button($"👤 {Words.Shorten(use.Name, 30)}"));
        }

        return new Screen(
            Html.Paragraphs(notice, isAsked ? PromoCodeTexts.StopQuestion(l) : Html.Empty, PromoCodeTexts.Card(l, sheet)),
            keyboard
                .Leaf(sheet.Uses, number => new PromoCardRoute(mark, number))
                .Row(
                    !sheet.Standing.Promo.IsActive ? null
                    : isAsked ? new StopPromoRoute(mark, IsSure: true).Button(PromoCodeTexts.StopSurely(l))
                    : new StopPromoRoute(mark, IsSure: false).Button(PromoCodeTexts.Stop(l)))
                .Append(ToList(l)));
    }

    private static Keyboard ToList(Language l) =>
        new Keyboard().Row(new PromoCodesRoute().Button(PromoCodeTexts.Entry(l)), AdminScreens.Back(l));
}
