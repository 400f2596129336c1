using System.Globalization;
using System.Text;
using Trt.Api.Bot.Texts;
using Trt.Api.Bot.Updates;
using Trt.Api.Dashboard.Pages;
using Trt.Application.BackOffice.Work;
using Trt.Application.Ports;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Dashboard;

/// <summary>What the shop could not do by itself, and another try.</summary>
internal static class WorkPages
{
    public static Task<DeskAnswer> Show(Call call) => call.Ask(
        new ListStuckWork(call.By), stuck => new DeskAnswer.Page(call.L.Pick("Застряло", "Stuck"), typeof(WorkPage), stuck));

    public static Task<DeskAnswer> ReplayOutbox(Call call)
    {
        var id = Guid.TryParseExact(call.Said("id"), "N", out var row) ? row : (Guid?)null;
        return call.Ask(new ReplayOutbox(call.By, id), started => new DeskAnswer.GoTo(
            "work", call.L.Pick($"Запущено снова: {started}.", $"Started again: {started}.")));
    }

    public static Task<DeskAnswer> ReplayCallbacks(Call call) => call.Ask(new ReplayCallbacks(call.By), found => new DeskAnswer.GoTo(
        "work", call.L.Pick($"Нашли свои заказы: {found}.", $"Found their orders: {found}.")));

    /// <summary>It goes the way of every message; one that fails again is kept with its new error.</summary>
    public static async Task<DeskAnswer> ReplayUpdate(Call call) =>
        long.TryParse(call.Said("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await call.AskThen(new TakeParkedUpdate(call.By, id), parked => parked is null
                ? Task.FromResult<DeskAnswer>(new DeskAnswer.GoTo(
                    "work", call.L.Pick("Этого сообщения здесь уже нет.", "That message is not here any more.")))
                : Handle(call, parked))
            : new DeskAnswer.NotFound();

    private static async Task<DeskAnswer> Handle(Call call, ParkedUpdate parked)
    {
        var update = ReceivedUpdate.Read(Encoding.UTF8.GetBytes(parked.Body));
        var result = await call.Services.GetRequiredService<UpdateIntake>().Handle(update, call.Stop);
        return result.IsHandedBack
            ? new DeskAnswer.GoTo("work", call.L.Pick("База данных не отвечает, сообщение осталось здесь.", "The database does not answer; the message stays here."))
            : await call.Ask(new DropParkedUpdate(call.By, parked.UpdateId, parked.At), isDone => new DeskAnswer.GoTo(
                "work", isDone
                    ? call.L.Pick("Обработано.", "Handled.")
                    : call.L.Pick("Снова не получилось: причина ниже.", "It failed again: the reason is below.")));
    }
}
