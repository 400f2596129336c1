using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Settings;

/// <summary>Somebody who runs the shop takes a model off every shelf, for a while or until they bring it back.</summary>
/// <param name="For">Null until somebody brings it back.</param>
public sealed record HideModel(Actor By, ModelId Model, string Reason, TimeSpan? For, Cid Cid) : IAdminRequest<SettingResult>;

/// <summary>It stands on its shelves again.</summary>
public sealed record BringModelBack(Actor By, ModelId Model) : IAdminRequest<SettingResult>;

/// <summary>The time for which a model was hidden is over.</summary>
/// <param name="HiddenAt">A later word of somebody's holds.</param>
public sealed record ShowModelAgain(ModelId Model, DateTimeOffset HiddenAt) : ILaterCommand
{
    public Lane Lane => Lane.Check;

    /// <summary>Nobody's in particular.</summary>
    public UserId UserId => default;

    public string Key => $"hidden:{Model}";
}

internal sealed class HideModelHandler(AdminGate gate, TermsEditor editor, IOutbox outbox, TimeProvider time)
    : AdminHandler<HideModel, SettingResult>(gate, AdminAct.RunShop)
{
    protected override Task<SettingResult> Serve(HideModel request, AdminRights rights, CancellationToken token) => editor.Put(
        HiddenModels.NameFor(request.Model), "yes", request.By.Mark, request.Reason, token, alongside: () =>
        {
            if (request.For is { } span)
            {
                outbox.Add(new ShowModelAgain(request.Model, time.GetUtcNow()), request.Cid, span);
            }
        });
}

internal sealed class BringModelBackHandler(AdminGate gate, TermsEditor editor)
    : AdminHandler<BringModelBack, SettingResult>(gate, AdminAct.RunShop)
{
    protected override Task<SettingResult> Serve(BringModelBack request, AdminRights rights, CancellationToken token) =>
        editor.Put(HiddenModels.NameFor(request.Model), value: null, request.By.Mark, TuneSetting.InTheChat, token);
}

internal sealed class ShowModelAgainHandler(TermsEditor editor, ITrtDb db) : IRequestHandler<ShowModelAgain, LaterOutcome>
{
    private const string Shop = "operator:shop";

    private const string Reason = "its time was over";

    public async Task<LaterOutcome> Handle(ShowModelAgain command, CancellationToken token)
    {
        var (name, until) = (HiddenModels.NameFor(command.Model), command.HiddenAt.AddSeconds(1));
        if (await db.Settings.AsNoTracking().AnyAsync(setting => setting.Name == name && setting.ChangedAt <= until, token))
        {
            await editor.Put(name, value: null, Shop, Reason, token);
        }

        return LaterOutcome.Done;
    }
}

internal sealed class HideModelValidator : AbstractValidator<HideModel>
{
    public HideModelValidator()
    {
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(AuditEntry.ReasonLengthMax);
        RuleFor(request => request.For).Must(span => span is null || (span > TimeSpan.Zero && span <= TimeSpan.FromDays(366)))
            .WithMessage("A model is hidden for up to a year, or until it is brought back.");
    }
}
