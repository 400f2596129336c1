using System.Globalization;
using Microsoft.AspNetCore.Components;
using Trt.Api.Bot.Texts;
using Trt.Domain.Shared;

namespace Trt.Api.Dashboard.Pages;

/// <summary>What every piece of a page knows: who looks, and how words, money and moments are written for them.</summary>
public abstract class BoardComponent : ComponentBase
{
    [CascadingParameter]
    public Look Look { get; set; } = null!;

    protected Language L => Look.Language;

    protected string T(string ru, string en) => L.Pick(ru, en);

    protected string Count(int number, (string, string, string) ru, (string, string) en) => L.Count(number, ru, en);

    protected string Number(decimal number) => L.Pick(
        number.ToString("#,0.#", CultureInfo.InvariantCulture).Replace(",", "\u00A0", StringComparison.Ordinal).Replace('.', ','),
        number.ToString("#,0.#", CultureInfo.InvariantCulture));

    protected string Percent(decimal? percent) => percent is { } known ? $"{Number(Math.Round(known, 1))} %" : "—";

    protected string Age(TimeSpan age) => FiguresTexts.Duration(L, age < TimeSpan.Zero ? TimeSpan.Zero : age);
}

/// <summary>A page, drawn from one thing.</summary>
public abstract class BoardPage<TModel> : BoardComponent
{
    [Parameter]
    public TModel Model { get; set; } = default!;
}
