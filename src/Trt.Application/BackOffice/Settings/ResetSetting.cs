using FluentValidation;
using MediatR;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Settings;

/// <summary>The operator takes a change back: the setting is again what the environment or the cards say.</summary>
/// <param name="Actor">"operator:&lt;id or name&gt;".</param>
public sealed record ResetSetting(string Name, string Actor, string Reason) : IRequest<SettingResult>;

internal sealed class ResetSettingHandler(TermsEditor editor) : IRequestHandler<ResetSetting, SettingResult>
{
    public Task<SettingResult> Handle(ResetSetting request, CancellationToken token) =>
        editor.Put(request.Name, value: null, request.Actor, request.Reason, token);
}

internal sealed class ResetSettingValidator : AbstractValidator<ResetSetting>
{
    public ResetSettingValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(Setting.NameLengthMax);
        RuleFor(request => request.Actor).NotEmpty().MaximumLength(AuditEntry.ActorLengthMax);
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(AuditEntry.ReasonLengthMax).WithMessage(
            $"Say why, in at most {AuditEntry.ReasonLengthMax} characters.");
    }
}
