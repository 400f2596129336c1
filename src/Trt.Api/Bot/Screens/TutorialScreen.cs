using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Four pages for whoever wants to see it before they try; the last one leads into the shop.</summary>
internal static class TutorialScreen
{
    public static Screen Render(Language l, int page) => new(
        TutorialTexts.Page(l, page),
        new Keyboard()
            .Row(
                page > 1 ? new TutorialRoute(page - 1).Button("‹") : null,
                new Button.Closed(MenuTexts.Page(page, TutorialRoute.Pages)),
                page < TutorialRoute.Pages ? new TutorialRoute(page + 1).Button("›") : null)
            .Row(page == TutorialRoute.Pages ? new FreeModelsRoute().Button(MenuTexts.Free(l)) : null)
            .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));
}
