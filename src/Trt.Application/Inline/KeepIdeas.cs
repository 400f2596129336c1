using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Application.Inline;

/// <summary>Writes down what was typed last, if anything was.</summary>
public sealed record KeepIdeas : IRequest;

internal sealed class KeepIdeasHandler(ITrtDb db, IdeaBook book) : AsyncRequestHandler<KeepIdeas>
{
    protected override async Task Handle(KeepIdeas request, CancellationToken token)
    {
        var ideas = book.Take();
        if (ideas.Count == 0)
        {
            return;
        }

        try
        {
            await db.KeepIdeas(ideas, token);
        }
        catch
        {
            book.PutBack(ideas);
            throw;
        }
    }
}

/// <summary>Somebody has posted a line of the list: its link stands in a chat now, so its words are kept whatever happens.</summary>
public sealed record KeepChosenIdea(UserId UserId, string Code, string Words) : IRequest;

internal sealed class KeepChosenIdeaHandler(ITrtDb db, TimeProvider time) : AsyncRequestHandler<KeepChosenIdea>
{
    protected override Task Handle(KeepChosenIdea request, CancellationToken token) =>
        db.KeepIdeas([Idea.Of(request.Code, request.UserId, request.Words.Trim(), time.GetUtcNow())], token);
}
