using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Users;

/// <summary>The customer chooses the language of the chat.</summary>
public sealed record ChooseLanguage(UserId UserId, Language Language) : IRequest;

internal sealed class ChooseLanguageHandler(ITrtDb db) : AsyncRequestHandler<ChooseLanguage>
{
    protected override async Task Handle(ChooseLanguage request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var user = await db.Users.FirstAsync(found => found.Id == request.UserId, token);
        user.Speak(request.Language);
        await work.Commit(token);
    }
}
