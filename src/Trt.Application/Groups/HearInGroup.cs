using FluentValidation;
using MediatR;
using Trt.Application.Drafts;
using Trt.Application.Finding;
using Trt.Application.Ports;
using Trt.Domain.Finding;
using Trt.Domain.Groups;

namespace Trt.Application.Groups;

/// <summary>
/// A member asks for something in a group. What can be made of it is proposed to them alone; whoever has not started the bot finds it in
/// their own chat, under its number.
/// </summary>
public sealed record HearInGroup(MemberFacts Member, GroupPlace Place, string? Text, IReadOnlyList<GivenFile> Files)
    : IRequest<GroupHeard>;

/// <param name="View">Null when it waits in their own chat.</param>
/// <param name="Number">Of the wish; zero where nothing was kept.</param>
public sealed record GroupHeard(HeardView? View, int Number);

internal sealed class HearInGroupHandler(IWishReader reader, WishBook book, Proposals proposals, ModelSearch search)
    : IRequestHandler<HearInGroup, GroupHeard>
{
    public async Task<GroupHeard> Handle(HearInGroup request, CancellationToken token)
    {
        if (request.Files.Any(file => file.Item.Bytes > AddFile.BytesMax))
        {
            return new GroupHeard(new HeardView.TooLarge(), 0);
        }

        var files = FilesGiven.Of([.. request.Files.Select(file => file.Item)]);
        var reading = await reader.Read(request.Text, files, token);
        if (reading is Reading.Said { Talk: var talk })
        {
            return new GroupHeard(new HeardView.Said(talk), 0);
        }

        var kept = await book.KeepAsked(request.Member.UserId, request.Text, request.Files, request.Place, token);
        return new GroupHeard(
            !request.Member.CanBeReached ? null
            : reading is Reading.Wanted { Wish: var wish } ? await proposals.Of(kept, wish, wish.Lean, token)
            : new HeardView.Found(await search.Page(kept, 1, token)),
            kept.Number);
    }
}

internal sealed class HearInGroupValidator : AbstractValidator<HearInGroup>
{
    public HearInGroupValidator() => RuleFor(request => request.Files.Count).LessThanOrEqualTo(2);
}
