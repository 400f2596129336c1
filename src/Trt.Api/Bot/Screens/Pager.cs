using Trt.Api.Bot.Routes;
using Trt.Application.Mapping;

namespace Trt.Api.Bot.Screens;

internal static class Pager
{
    /// <summary>The row that leafs through a list; no row where there is one page only.</summary>
    public static Keyboard Leaf<T>(this Keyboard keyboard, Page<T> page, Func<int, Route> at) => keyboard.Row(
        page.Number > 1 ? at(page.Number - 1).Button("‹") : null,
        page.HasMore ? at(page.Number + 1).Button("›") : null);
}
