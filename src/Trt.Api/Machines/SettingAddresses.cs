using Microsoft.AspNetCore.Routing;
using Trt.Application.BackOffice.Settings;
using Trt.Domain.BackOffice;

namespace Trt.Api.Machines;

internal static class SettingAddresses
{
    public static void MapSettings(this RouteGroupBuilder door)
    {
        door.MapGet("/settings", (Delegate)List).Produces<IReadOnlyList<SettingAnswer>>()
            .Needs(TokenScope.SettingsRead, "Every setting of the whole shop with its value and what it may be.");
        door.MapGet("/settings/{name}", Show).Produces<SettingAnswer>()
            .Needs(TokenScope.SettingsRead, "One setting, those of a single model too.");
        door.MapPut("/settings/{name}", Change).Produces<SettingChangeAnswer>().ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(
                TokenScope.SettingsWrite,
                "Changes one; a null value takes the change back. It holds on every instance within two seconds.");
    }

    private static async Task<IResult> List(HttpContext http)
    {
        var caller = new Caller(http);
        return Results.Json((await caller.Ask(new BrowseSettings(caller.By))).Select(SettingAnswer.Of));
    }

    private static async Task<IResult> Show(HttpContext http, string name)
    {
        var caller = new Caller(http);
        return await caller.Ask(new LookAtSetting(caller.By, name)) is { } sheet
            ? Results.Json(SettingAnswer.Of(sheet.Setting))
            : Problems.Missing($"No setting is called so. {MachineDoor.Path}/settings lists them.");
    }

    private static async Task<IResult> Change(HttpContext http, string name, SettingBody body)
    {
        var caller = new Caller(http);
        return await caller.Ask(new TuneSetting(caller.By, name, body.Value, Reason: body.Reason)) switch
        {
            SettingResult.Changed changed => Results.Json(new SettingChangeAnswer(changed.Name, changed.Before, changed.After)),
            SettingResult.AsBefore same => Results.Json(new SettingChangeAnswer(same.Name, same.Value, same.Value)),
            SettingResult.Refused refused => Refusal(refused),
            var other => throw new InvalidOperationException($"No words for {other}"),
        };
    }

    private static IResult Refusal(SettingResult.Refused refused) => refused.Reason switch
    {
        SettingRefusal.UnknownSetting or SettingRefusal.UnknownSubject => Problems.Missing(refused.Explanation),
        SettingRefusal.BadValue => Problems.Wrong(refused.Explanation),
        SettingRefusal.Contradiction => Problems.Conflict(refused.Explanation),
    };
}

/// <param name="Value">Null takes the change back.</param>
internal sealed record SettingBody(string? Value, string Reason);

internal sealed record SettingAnswer(
    string Name, string Value, string Default, string Bounds, string Help, bool IsChanged, DateTimeOffset? ChangedAt, string? ChangedBy,
    string? Trouble)
{
    public static SettingAnswer Of(SettingView setting) => new(
        setting.Name, setting.Value, setting.Default, setting.Bounds, setting.Help, setting.IsChanged, setting.ChangedAt, setting.ChangedBy,
        setting.Trouble);
}

internal sealed record SettingChangeAnswer(string Name, string Before, string After);
