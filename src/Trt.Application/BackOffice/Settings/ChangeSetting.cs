using FluentValidation;
using MediatR;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Settings;

/// <summary>
/// The operator changes one setting. It holds on every instance within moments; prices already shown hold until they expire.
/// </summary>
/// <param name="Actor">"operator:&lt;id or name&gt;".</param>
public sealed record ChangeSetting(string Name, string Value, string Actor, string Reason) : IRequest<SettingResult>;

public abstract record SettingResult
{
    public sealed record Changed(string Name, string Before, string After) : SettingResult;

    /// <summary>It is so already; nothing was written.</summary>
    public sealed record AsBefore(string Name, string Value) : SettingResult;

    /// <param name="Explanation">For the operator: what is wrong and what there is instead.</param>
    public sealed record Refused(SettingRefusal Reason, string Explanation) : SettingResult;
}

public enum SettingRefusal
{
    UnknownSetting,
    UnknownSubject,
    BadValue,
    Contradiction,
}

internal sealed class ChangeSettingHandler(TermsEditor editor) : IRequestHandler<ChangeSetting, SettingResult>
{
    public Task<SettingResult> Handle(ChangeSetting request, CancellationToken token) =>
        editor.Put(request.Name, request.Value, request.Actor, request.Reason, token);
}

internal sealed class ChangeSettingValidator : AbstractValidator<ChangeSetting>
{
    public ChangeSettingValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(Setting.NameLengthMax);
        RuleFor(request => request.Value).NotNull().MaximumLength(Setting.ValueLengthMax).WithMessage(
            $"A value has at most {Setting.ValueLengthMax} characters.");
        RuleFor(request => request.Actor).NotEmpty().MaximumLength(AuditEntry.ActorLengthMax);
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(AuditEntry.ReasonLengthMax).WithMessage(
            $"Say why, in at most {AuditEntry.ReasonLengthMax} characters.");
    }
}
