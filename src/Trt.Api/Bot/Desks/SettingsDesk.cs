using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Settings;
using Trt.Domain.BackOffice;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>Behind the counter: the settings of the shop. Null when the person may not ask.</summary>
internal sealed class SettingsDesk(IMediator mediator, Counter counter)
{
    public async Task<Reply?> Follow(SettingRoute route, Visit visit, CancellationToken token)
    {
        var (by, l) = (Counter.By(visit), visit.Language);
        return route switch
        {
            SettingsRoute => await counter.Begin(AdminAct.RunShop, _ => SettingScreens.Groups(l), visit, token),
            SettingGroupRoute to => await counter.Ask(
                new BrowseSettings(by), settings => SettingScreens.Group(l, to.Group, settings), visit, token),
            OneSettingRoute to => await Show(to.Setting, visit, token),
            AskSettingRoute to => await AskFor(to.Setting, visit, token),
            SetSettingRoute to => await Set(to.Setting, to.Value, to.IsSure, visit, token),
            UndoSettingRoute to => await mediator.Send(new UndoSetting(by, to.Setting), token)
                is Guarded<SettingResult?>.Given { Value: var undone }
                ? await Show(to.Setting, visit, token, undone, isSaid: true)
                : null,
            ResetSettingRoute to => await Set(to.Setting, null, to.IsSure, visit, token),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) =>
        command.Name is "settings" or "admin_settings" ? await Follow(new SettingsRoute(), visit, token) : null;

    public async Task<Reply?> Answer(OpenQuestion question, Incoming answer, Visit visit, CancellationToken token) =>
        answer is Incoming.Text { Value: var text } && text.Trim().Length is > 0 and <= Setting.ValueLengthMax
            ? await Set(
                question.Subject,
                question.Subject.StartsWith("text.", StringComparison.Ordinal) ? text.Trim() : Counter.Harmless(text),
                isSure: false, visit, token, isTyped: true)
            : await AskFor(question.Subject, visit, token);

    private async Task<Reply?> AskFor(string name, Visit visit, CancellationToken token, SettingResult? refused = null)
    {
        if (await mediator.Send(new LookAtSetting(Counter.By(visit), name), token)
            is not Guarded<SettingSheet?>.Given { Value: { Setting: var setting } })
        {
            return await Show(name, visit, token);
        }

        var problem = refused is null ? default : SettingTexts.Said(visit.Language, setting, refused);
        return await counter.Prompt(
            AdminAct.RunShop, QuestionKind.SettingValue, name, SettingScreens.Ask(visit.Language, setting, problem), visit, token);
    }

    /// <summary>What reaches all customers is asked twice, unless a button cannot carry it: then it is changed and can be undone.</summary>
    private async Task<Reply?> Set(
        string name, string? value, bool isSure, Visit visit, CancellationToken token, bool isTyped = false)
    {
        var by = Counter.By(visit);
        if (await mediator.Send(new LookAtSetting(by, name), token) is not Guarded<SettingSheet?>.Given { Value: var sheet })
        {
            return null;
        }

        var isAsked = !isSure && sheet?.Setting.IsFarReaching == true && (value is null || SetSettingRoute.Fits(name, value));
        if (await mediator.Send(new TuneSetting(by, name, value, IsTrial: isAsked), token)
            is not Guarded<SettingResult>.Given { Value: var result })
        {
            return null;
        }

        return (result, isAsked) switch
        {
            (SettingResult.Refused, _) when isTyped => await AskFor(name, visit, token, result),
            (SettingResult.Changed changed, true) => await counter.Begin(
                AdminAct.RunShop,
                _ => SettingScreens.Sure(
                    visit.Language, sheet!.Setting, changed.Before, changed.After,
                    value is null ? new ResetSettingRoute(name, IsSure: true) : new SetSettingRoute(name, value, IsSure: true)),
                visit, token),
            _ => await Show(name, visit, token, result, isSaid: true),
        };
    }

    private Task<Reply?> Show(string name, Visit visit, CancellationToken token, SettingResult? said = null, bool isSaid = false) =>
        counter.Ask(
            new LookAtSetting(Counter.By(visit), name), sheet => SettingScreens.One(visit.Language, sheet, said, isSaid), visit, token);
}
