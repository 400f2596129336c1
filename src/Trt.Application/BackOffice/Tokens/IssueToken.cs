using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Tokens;

/// <summary>An owner lets a program in at the door for machines.</summary>
public sealed record IssueToken(Actor By, string Name, IReadOnlyList<TokenScope> Scopes, int Days) : IAdminRequest<IssueTokenResult>;

public abstract record IssueTokenResult
{
    /// <param name="Secret">Nobody can show it again.</param>
    public sealed record Issued(string Secret, DateTimeOffset ExpiresAt) : IssueTokenResult
    {
        public override string ToString() => nameof(Issued);
    }

    public sealed record NameTaken : IssueTokenResult;
}

internal sealed class IssueTokenHandler(AdminGate gate, ITrtDb db, TimeProvider time)
    : AdminHandler<IssueToken, IssueTokenResult>(gate, AdminAct.AppointAdmins)
{
    protected override async Task<IssueTokenResult> Serve(IssueToken request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.MachineTokens.AnyAsync(known => known.Name == request.Name, token))
        {
            return new IssueTokenResult.NameTaken();
        }

        var now = time.GetUtcNow();
        var (issued, secret) = MachineToken.Issue(request.Name, request.Scopes, TimeSpan.FromDays(request.Days), request.By.Mark, now);
        db.MachineTokens.Add(issued);
        db.Audit.Add(AuditEntry.Of(request.By.Mark, "token.issued", TokenAudit.Subject(issued.Name), null, issued.ScopeNames, "", now));
        await work.Commit(token);
        return new IssueTokenResult.Issued(secret, issued.ExpiresAt);
    }
}

internal sealed class IssueTokenValidator : AbstractValidator<IssueToken>
{
    public IssueTokenValidator()
    {
        RuleFor(request => request.Name).Must(MachineToken.IsName)
            .WithMessage($"A name has up to {MachineToken.NameLengthMax} small letters, digits and hyphens, for example night-report.");
        RuleFor(request => request.Scopes).NotEmpty()
            .WithMessage($"Say what it may: {string.Join(", ", TokenScopes.All.Select(scope => scope.Name()))}.");
        RuleFor(request => request.Days).InclusiveBetween(1, MachineToken.DaysMax)
            .WithMessage($"It lasts 1 to {MachineToken.DaysMax} days.");
    }
}

internal static class TokenAudit
{
    public static string Subject(string name) => $"token:{name}";
}
