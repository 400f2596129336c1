using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Settings;

/// <summary>Somebody who runs the shop changes a setting in the chat, or first looks what would come of it.</summary>
/// <param name="Value">Null takes the change back.</param>
/// <param name="Reason">The chat asks for none.</param>
public sealed record TuneSetting(
    Actor By, string Name, string? Value, bool IsTrial = false, string Reason = TuneSetting.InTheChat) : IAdminRequest<SettingResult>
{
    public const string InTheChat = "in the chat";
}

/// <summary>The last change of a setting is undone; null when it was never changed.</summary>
public sealed record UndoSetting(Actor By, string Name) : IAdminRequest<SettingResult?>;

/// <summary>The settings of the whole shop, as they are now.</summary>
public sealed record BrowseSettings(Actor By) : IAdminRequest<IReadOnlyList<SettingView>>;

/// <summary>One of them, and what happened to it last; null when nothing is called so.</summary>
public sealed record LookAtSetting(Actor By, string Name) : IAdminRequest<SettingSheet?>;

public sealed record SettingSheet(SettingView Setting, AuditLine? Last);

internal sealed class TuneSettingHandler(AdminGate gate, TermsEditor editor)
    : AdminHandler<TuneSetting, SettingResult>(gate, AdminAct.RunShop)
{
    protected override Task<SettingResult> Serve(TuneSetting request, AdminRights rights, CancellationToken token) =>
        editor.Put(request.Name, request.Value, request.By.Mark, request.Reason, token, request.IsTrial);
}

internal sealed class UndoSettingHandler(AdminGate gate, TermsEditor editor, ITrtDb db, TermsInUse inUse)
    : AdminHandler<UndoSetting, SettingResult?>(gate, AdminAct.RunShop)
{
    protected override async Task<SettingResult?> Serve(UndoSetting request, AdminRights rights, CancellationToken token)
    {
        if (await db.LastChange(request.Name, token) is not { } last || SettingsRegistry.Find(request.Name) is not { } rule)
        {
            return null;
        }

        var before = last.Before == rule.Read(inUse.Start) ? null : last.Before;
        return await editor.Put(request.Name, before, request.By.Mark, TuneSetting.InTheChat, token);
    }
}

internal sealed class BrowseSettingsHandler(AdminGate gate, IMediator mediator)
    : AdminHandler<BrowseSettings, IReadOnlyList<SettingView>>(gate, AdminAct.RunShop)
{
    protected override async Task<IReadOnlyList<SettingView>> Serve(
        BrowseSettings request, AdminRights rights, CancellationToken token) =>
        [.. (await mediator.Send(new ListSettings(), token)).Where(setting => !setting.Name.Contains(':'))];
}

internal sealed class LookAtSettingHandler(AdminGate gate, IMediator mediator, ITrtDb db)
    : AdminHandler<LookAtSetting, SettingSheet?>(gate, AdminAct.RunShop)
{
    protected override async Task<SettingSheet?> Serve(LookAtSetting request, AdminRights rights, CancellationToken token) =>
        await mediator.Send(new FindSetting(request.Name), token) is { } setting
            ? new SettingSheet(setting, await db.LastChange(request.Name, token))
            : null;
}

internal static class LastChanges
{
    public static Task<AuditLine?> LastChange(this ITrtDb db, string name, CancellationToken token) => db.Audit
        .Where(entry => entry.Subject == name && (entry.Action == TermsEditor.Changed || entry.Action == TermsEditor.WasReset))
        .OrderByDescending(entry => entry.At)
        .ThenByDescending(entry => entry.Id)
        .As<AuditLine>()
        .FirstOrDefaultAsync(token);
}

internal sealed class TuneSettingValidator : AbstractValidator<TuneSetting>
{
    public TuneSettingValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(Setting.NameLengthMax);
        RuleFor(request => request.Value).MaximumLength(Setting.ValueLengthMax)
            .WithMessage($"A value has at most {Setting.ValueLengthMax} characters.");
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(AuditEntry.ReasonLengthMax)
            .WithMessage($"Say why, in at most {AuditEntry.ReasonLengthMax} characters.");
    }
}
