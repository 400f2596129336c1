using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Trt.Api.Dashboard.Pages;

namespace Trt.Api.Dashboard;

/// <summary>Pages become markup here, on the server and once; nothing of it lives on in the browser.</summary>
internal sealed class Drawing(ILoggerFactory loggers)
{
    /// <summary>Pages ask for nothing but letters that stay as they are.</summary>
    private readonly ServiceProvider _services =
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    public async Task<string> Draw(DeskAnswer.Page page, Look look)
    {
        await using var renderer = new HtmlRenderer(_services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Layout>(ParameterView.FromDictionary(
            new Dictionary<string, object?>
            {
                [nameof(Layout.Given)] = look,
                [nameof(Layout.Title)] = page.Title,
                [nameof(Layout.Page)] = page.Component,
                [nameof(Layout.Model)] = page.Model,
            }))).ToHtmlString());
    }
}
