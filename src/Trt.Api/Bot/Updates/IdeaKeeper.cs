using MediatR;
using Trt.Api.Instance;
using Trt.Application.Inline;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Bot.Updates;

/// <summary>Writes down what people typed in other chats, a second after they stopped; when the program ends, at once.</summary>
internal sealed partial class IdeaKeeper(Readiness readiness, IServiceScopeFactory scopes, TimeProvider time, ILogger<IdeaKeeper> logger)
    : Recurring(readiness.Opened, Period, time)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!readiness.Opened.IsCompletedSuccessfully)
        {
            return;
        }

        try
        {
            await Once(cancellationToken);
        }
        catch (Exception exception) when (Database.IsAway(exception) || cancellationToken.IsCancellationRequested)
        {
            IdeasLost(exception, exception.Message);
        }
    }

    protected override async Task Once(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new KeepIdeas(), stopping);
    }

    /// <summary>They are served from memory until the database answers again.</summary>
    protected override void Failed(Exception? fault, string problem) => IdeasLost(fault, problem);

    [LoggerMessage(EventId = 71, EventName = "IDEAS_UNKEPT", Level = LogLevel.Warning,
        Message = "What was typed in other chats could not be written down: {Problem}")]
    private partial void IdeasLost(Exception? fault, string problem);
}
