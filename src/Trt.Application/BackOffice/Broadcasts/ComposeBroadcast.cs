using FluentValidation;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Broadcasts;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Broadcasts;

/// <summary>An operator goes on with their draft, which begins with the first change; without one they only look at it.</summary>
public sealed record ComposeBroadcast(Actor.InChat By, BroadcastChange? Change = null) : IAdminRequest<BroadcastView>
{
    Actor IAdminRequest<BroadcastView>.By => By;
}

/// <summary>What is changed about a draft.</summary>
public abstract record BroadcastChange
{
    /// <param name="Text">Null takes it out.</param>
    public sealed record Words(Language Language, string? Text) : BroadcastChange;

    /// <param name="FileId">Null takes it out.</param>
    public sealed record Picture(string? FileId) : BroadcastChange;

    public sealed record Link(BroadcastLink Place) : BroadcastChange;

    public sealed record NoLinks : BroadcastChange;

    public sealed record To(Audience Audience) : BroadcastChange;

    /// <summary>All of it is thrown away.</summary>
    public sealed record Nothing : BroadcastChange;
}

internal sealed class ComposeBroadcastHandler(AdminGate gate, ITrtDb db, IBroadcasts broadcasts, ShopOptions options, TimeProvider time)
    : AdminHandler<ComposeBroadcast, BroadcastView>(gate, AdminAct.Broadcast)
{
    protected override async Task<BroadcastView> Serve(ComposeBroadcast request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var draft = await db.LockBroadcastDraft(request.By.UserId, token);
        if (draft is null)
        {
            db.Broadcasts.Add(draft = Broadcast.Begin(request.By.UserId, time.GetUtcNow()));
        }

        var problem = Change(draft, request.Change);
        await db.DropQuestion(request.By.UserId, token);
        await work.Commit(token);
        var reach = await broadcasts.Count(draft.Audience, options.DayOf(time.GetUtcNow()), token);
        return new BroadcastView(draft, BroadcastCounts.None, reach, problem);
    }

    private static BroadcastProblem? Change(Broadcast draft, BroadcastChange? change)
    {
        switch (change)
        {
            case BroadcastChange.Words words:
                return draft.Write(words.Language, words.Text);
            case BroadcastChange.Link link:
                return draft.Lead(link.Place);
            case BroadcastChange.Picture picture:
                draft.Show(picture.FileId);
                return draft.Problem is BroadcastProblem.TextTooLong ? BroadcastProblem.TextTooLong : null;
            case BroadcastChange.NoLinks:
                draft.LeadNowhere();
                return null;
            case BroadcastChange.To to:
                draft.Address(to.Audience);
                return null;
            case BroadcastChange.Nothing:
                draft.Clear();
                return null;
            case null:
                return null;
            default:
                throw new InvalidOperationException($"No rule for {change.GetType().Name}");
        }
    }
}

internal sealed class ComposeBroadcastValidator : AbstractValidator<ComposeBroadcast>
{
    public ComposeBroadcastValidator()
    {
        RuleFor(request => (request.Change as BroadcastChange.Words)!.Text).NotEmpty()
            .When(request => request.Change is BroadcastChange.Words { Text: not null }).WithMessage("A broadcast needs words.");
        RuleFor(request => (request.Change as BroadcastChange.Picture)!.FileId).MaximumLength(256)
            .When(request => request.Change is BroadcastChange.Picture).WithMessage("This is no file of the messenger.");
    }
}
