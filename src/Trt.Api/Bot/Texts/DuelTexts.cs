using System.Globalization;
using Trt.Application.Drafts;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>Several models make the same, and the customer says whose is the best.</summary>
internal static class DuelTexts
{
    public static string Compare(Language l) => l.Pick("⚔️ Сравнить модели", "⚔️ Compare models");

    public static string CompareAll(Language l, int count) => l.Pick(
        $"⚔️ Сравнить {(count == 2 ? "обе" : "все три")}", $"⚔️ Compare {(count == 2 ? "both" : "all three")}");

    public static Html Title(Language l, string kind) => l.Pick(
        Html.Of($"⚔️ <b>Дуэль</b> · {kind}\n\nОдин запрос, несколько моделей. Результаты придут рядом, лучший выберете вы."),
        Html.Of($"⚔️ <b>Duel</b> · {kind}\n\nOne request, several models. The results come side by side, and you pick the best."));

    public static Html Entrant(Language l, DuelEntrant entrant, string price) => Html.Lines(
        Html.Of($"✅ <b>{entrant.Card.Title.In(l)}</b> · {price} · {ProgressTexts.Usual(l, entrant.Takes)}"),
        entrant.Lost.Count == 0 ? Html.Empty : Lost(l, string.Join(", ", entrant.Lost.Select(field => field.Label.In(l)))));

    public static Html ChooseRivals(Language l, bool areThere) => areThere
        ? l.Pick(
            Html.Of($"Добавьте от одной до трёх моделей. Показаны только те, что примут запрос без потерь."),
            Html.Of($"Add one to three models. Only those that take your request as it is are shown."))
        : l.Pick(
            Html.Of($"Других моделей, которые примут этот запрос без потерь, сейчас нет."),
            Html.Of($"No other model takes this request as it is right now."));

    public static Html Together(Language l, Money price, Money balance) => price.IsZero
        ? l.Pick(Html.Of($"Вместе: <b>бесплатно</b>"), Html.Of($"Together: <b>free</b>"))
        : l.Pick(
            Html.Of($"Вместе: <b>{price.In(l)}</b>\nБаланс: {balance.In(l)} → {(balance - price).In(l)}"),
            Html.Of($"Together: <b>{price.In(l)}</b>\nBalance: {balance.In(l)} → {(balance - price).In(l)}"));

    public static Html Short(Language l, Money price, Money balance, Money missing) => l.Pick(
        Html.Of($"Вместе: <b>{price.In(l)}</b>\nНа балансе: {balance.In(l)}, не хватает <b>{missing.In(l)}</b>.\n\nУберите одну из моделей или пополните баланс: дуэль сохранена и подождёт."),
        Html.Of($"Together: <b>{price.In(l)}</b>\nYou have {balance.In(l)}, <b>{missing.In(l)}</b> short.\n\nTake one model out or top up: the duel is kept and will wait."));

    public static Html OnlyForResults(Language l) => l.Pick(
        Html.Of($"Списываем только за готовые результаты: кто не справится, тот ничего не стоит."),
        Html.Of($"You are charged only for finished results: whoever fails costs nothing."));

    public static Html Gone(Language l, string models) => l.Pick(
        Html.Of($"☝️ Сейчас недоступно, из дуэли убрали: {models}."),
        Html.Of($"☝️ Unavailable right now and out of the duel: {models}."));

    public static string Go(Language l, int count, Money price, bool isAtMost)
    {
        var what = l.Pick(count switch { 2 => "обе", 3 => "все три", _ => "все четыре" }, count switch { 2 => "both", 3 => "all three", _ => "all four" });
        return price.IsZero ? l.Pick($"⚔️ Создать {what} бесплатно", $"⚔️ Create {what} for free")
            : isAtMost ? l.Pick($"⚔️ Создать {what} · до {price.In(l)}", $"⚔️ Create {what} · up to {price.In(l)}")
            : l.Pick($"⚔️ Создать {what} за {price.In(l)}", $"⚔️ Create {what} for {price.In(l)}");
    }

    public static string OnlyOne(Language l, string model) => l.Pick($"↩️ Только {Words.Shorten(model, 24)}", $"↩️ Just {Words.Shorten(model, 24)}");

    /// <summary>The name that a duel has on its progress message.</summary>
    public static string Name(Language l, int count) => l.Pick(
        $"Дуэль · {l.Count(count, ("модель", "модели", "моделей"), ("model", "models"))}",
        $"Duel · {l.Count(count, ("модель", "модели", "моделей"), ("model", "models"))}");

    public static Html State(Language l, EntrantState entrant, string model, string cost) => entrant.Order.Status switch
    {
        GenerationStatus.Succeeded or GenerationStatus.Delivered => new Html($"✅ {Caption(l, entrant.Number, model, cost, entrant.Took)}"),
        GenerationStatus.Failed or GenerationStatus.Expired or GenerationStatus.Cancelled => l.Pick(
            Html.Of($"✕ {entrant.Number}. <b>{model}</b> · {ProgressTexts.State(l, entrant.Order.Status)}, ничего не списано"),
            Html.Of($"✕ {entrant.Number}. <b>{model}</b> · {ProgressTexts.State(l, entrant.Order.Status)}, not charged")),
        var open => Html.Of($"⏳ {entrant.Number}. <b>{model}</b> · {ProgressTexts.State(l, open)}"),
    };

    public static Html Caption(Language l, int number, string model, string cost, TimeSpan? took) =>
        Html.Of($"{number}. <b>{model}</b> · {cost}{(took is { } time ? $" · {Seconds(l, time)}" : "")}");

    public static Html WhoIsBest(Language l) => l.Pick(
        Html.Of($"🏆 <b>Чей результат лучше?</b>\n\nВыберите, и продолжим с ним."),
        Html.Of($"🏆 <b>Whose result is the best?</b>\n\nPick one and go on with it."));

    public static Html OnlyOneDid(Language l) => l.Pick(
        Html.Of($"🏆 <b>Справилась одна модель</b>\n\nЗа остальные вы ничего не платите."),
        Html.Of($"🏆 <b>One model made it</b>\n\nYou pay nothing for the others."));

    public static Html NobodyDid(Language l) => l.Pick(
        Html.Of($"<b>В этот раз никто не справился</b>\n\nВсе деньги на балансе. Измените описание или попробуйте другие модели."),
        Html.Of($"<b>Nobody made it this time</b>\n\nAll the money is on your balance. Change the text or try other models."));

    public static Html Taken(Language l, Money taken, Money balance) => l.Pick(
        Html.Of($"Списано {taken.In(l)}, на балансе {balance.In(l)}."),
        Html.Of($"Charged {taken.In(l)}, balance {balance.In(l)}."));

    public static string Winner(int number, string model) => $"🏆 {number}. {Words.Shorten(model, 40)}";

    public static string Again(Language l) => l.Pick("⚔️ Ещё дуэль", "⚔️ Another duel");

    public static Html WinnerTitle(Language l, string model) => l.Pick(
        Html.Of($"🏆 Победила <b>{model}</b>\n\nЧто сделать с результатом дальше?"),
        Html.Of($"🏆 <b>{model}</b> wins\n\nWhat comes next for its result?"));

    private static Html Lost(Language l, string settings) => l.Pick(
        Html.Of($"     по-своему: {settings}"),
        Html.Of($"     its own way: {settings}"));

    private static string Seconds(Language l, TimeSpan time)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));
        return seconds < 60
            ? l.Pick($"{seconds} с", $"{seconds} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
    }
}
