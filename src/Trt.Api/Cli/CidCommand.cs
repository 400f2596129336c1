using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Orders;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Infrastructure.Outbox;

namespace Trt.Api.Cli;

/// <summary><c>cid 87aed2e36a</c>: everything that one reference left behind, from the update to the delivery.</summary>
internal static class CidCommand
{
    private sealed record Link(DateTimeOffset? At, string Place, string What);

    public static Command Create()
    {
        var cid = new Argument<string>("cid") { Description = "The reference that people read below a message: ten characters." };
        cid.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Cid.Read(result.Tokens[0].Value) is null)
            {
                result.AddError($"\"{result.Tokens[0].Value}\" is no reference; one is ten characters, such as 87aed2e36a.");
            }
        });
        var command = new Command("cid", "The whole chain of one reference: update, order, outbox, provider, callback, delivery.")
        {
            cid, Answer.AsJson,
        };
        command.SetAction((input, token) => CliScope.Run(
            (scope, stop) => Tell(input, scope, Cid.Read(input.GetRequiredValue(cid))!.Value, stop), token));
        return command;
    }

    private static async Task<int> Tell(ParseResult input, CliScope scope, Cid cid, CancellationToken token)
    {
        await scope.OpenCatalog(token);
        List<Link> chain = [.. await Updates(scope, cid, token)];
        var by = new Actor.AtConsole(Environment.UserName);
        foreach (var summary in (await scope.AsOwner(new FindOrders(by, cid.Value), token)).Found.Items)
        {
            chain.AddRange(Of((await scope.AsOwner(new ShowOrder(by, summary.Id), token))!));
        }

        chain.AddRange((await scope.Service<ParkedRows>().Of(cid, token)).Select(Of));
        var links = chain.OrderBy(link => link.At ?? DateTimeOffset.MaxValue).ToList();
        return links.Count == 0
            ? input.Refuse($"Nothing here has the reference {cid}. What was answered at once and changed nothing stands in the log only.")
            : input.Give(links, links.Select(Line));
    }

    private static async Task<IEnumerable<Link>> Updates(CliScope scope, Cid cid, CancellationToken token) =>
        (await scope.Service<ITrtDb>().ParkedUpdates.AsNoTracking().Where(update => update.Cid == cid.Value).ToListAsync(token))
            .Select(update => new Link(update.At, "update", $"{update.UpdateId} could not be handled: {update.Error.Split('\n')[0]}"));

    private static IEnumerable<Link> Of(OrderInFull found)
    {
        var order = found.Order;
        yield return new Link(order.CreatedAt, "update", $"customer {found.Customer.Id} confirmed {order.Model} for {order.Price}");
        yield return new Link(order.CreatedAt, "order", $"{order.Id}, attempt {order.Attempt}, now {Answer.Word(order.Status)}");
        if (order.SubmittedAt is { } submitted)
        {
            yield return new Link(submitted, "provider", $"task {order.TaskId ?? "not known"}");
        }

        foreach (var call in found.Called)
        {
            yield return new Link(call, "callback", $"about task {order.TaskId}");
        }

        if (order.FinishedAt is { } finished)
        {
            yield return new Link(
                finished, "provider", order.Failure is { } failure ? $"ended without a result: {Answer.Word(failure)} {order.Detail}".TrimEnd() : "the result is verified");
        }

        foreach (var entry in found.Entries)
        {
            yield return new Link(
                entry.At, "money", $"{Answer.Word(entry.Kind)} {new Money(entry.AvailableDelta)} / {new Money(entry.ReservedDelta)}");
        }

        foreach (var part in found.Parts)
        {
            yield return new Link(
                null, "delivery", part.IsClosing ? $"closing words: {Answer.Word(part.State)}" : $"part {part.Number} with {part.OutputCount} output(s): {Answer.Word(part.State)}, {part.Attempts} attempt(s)");
        }
    }

    private static Link Of(ChainRow row) => new(row.ParkedAt ?? row.DueAt, "outbox", row.ParkedAt is null
        ? $"{row.Name} waits{(row.Attempts > 0 ? $", failed {row.Attempts} times: {row.Error?.Split('\n')[0]}" : "")}"
        : $"{row.Name} was put aside: {row.Error?.Split('\n')[0]}");

    private static string Line(Link link) =>
        $"{link.At?.ToString("u", CultureInfo.InvariantCulture) ?? "",-20} {link.Place,-9} {link.What}";
}
