using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Domain.Generations;

namespace Trt.Application.Generations;

/// <summary>
/// An address may be dead while its file is not: the record is asked once more for the one that counts now, and the provider for a
/// direct one, which lives for minutes and is therefore not kept.
/// </summary>
internal sealed class ResultRenewal(ITrtDb db, ICatalog catalog, IGenerationProvider provider, IPace pace)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public async Task<RenewalOutcome> Renew(Generation generation, CancellationToken token)
    {
        if (generation.TaskId is not { } taskId || catalog.Current.Find(generation.Model) is not { } card)
        {
            return new RenewalOutcome.Gone("nobody can be asked for it any more");
        }

        if (await pace.WaitForRead(token) is { } wait)
        {
            return new RenewalOutcome.TryLater(wait, "waiting for our turn to read");
        }

        return await provider.Read(card, taskId, token) switch
        {
            TaskReading.Done { Outputs: var outputs } when outputs.Count == generation.Result.Count =>
                await Keep(generation, outputs, token),
            TaskReading.Done => new RenewalOutcome.Gone("the record lists another result"),
            TaskReading.Failed failed => new RenewalOutcome.Gone(failed.Detail),
            TaskReading.Missing missing => new RenewalOutcome.Gone(missing.Detail),
            TaskReading.Running => new RenewalOutcome.TryLater(Pause, "the record says it is still running"),
            TaskReading.Unreadable unreadable => new RenewalOutcome.TryLater(unreadable.After ?? Pause, unreadable.Detail),
            var other => throw new InvalidOperationException($"No rule for {other}"),
        };
    }

    private async Task<RenewalOutcome> Keep(Generation generation, IReadOnlyList<ResultItem> outputs, CancellationToken token)
    {
        await db.Decide(generation.Id, found => found.Renew(outputs), token);
        var renewed = await db.ReadGeneration(generation.Id, token);
        renewed.Renew(await Task.WhenAll(outputs.Select(output => Direct(output, token))));
        return new RenewalOutcome.Renewed(renewed);
    }

    private async Task<ResultItem> Direct(ResultItem output, CancellationToken token) =>
        output.Address is { } address && await provider.DirectAddress(address, token) is { } direct
            ? output with { Address = direct }
            : output;
}

internal abstract record RenewalOutcome
{
    public sealed record Renewed(Generation Generation) : RenewalOutcome;

    public sealed record Gone(string Detail) : RenewalOutcome;

    public sealed record TryLater(TimeSpan After, string Detail) : RenewalOutcome;
}
