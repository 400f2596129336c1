using System.CommandLine;
using Trt.Application.BackOffice;
using Trt.Application.Mapping;
using Trt.Domain.BackOffice;

namespace Trt.Api.Cli;

/// <summary><c>audit</c>: what was changed, by whom, and why.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var subject = new Option<string?>("--subject") { Description = "Only what concerns this, for example user:42." };
        var last = new Option<int>("--last") { Description = "How many.", DefaultValueFactory = _ => 50 };
        var page = new Option<int>("--page") { Description = "Which page.", DefaultValueFactory = _ => 1 };
        var command = new Command("audit", "List what operators have changed, newest first.") { subject, last, page };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) => Print(await scope.AsOwner(
                new ListAudit(
                    new Actor.AtConsole(Environment.UserName), input.GetValue(page), input.GetValue(subject), input.GetValue(last)),
                stop)),
            token));
        return command;
    }

    private static int Print(Page<AuditLine> page)
    {
        foreach (var entry in page.Items)
        {
            Console.WriteLine($"{entry.At:u} {entry.Actor} {entry.Action} {entry.Subject}: {entry.Before ?? "-"} -> {entry.After ?? "-"}{(entry.Reason.Length > 0 ? $" ({entry.Reason})" : "")}");
        }

        Console.WriteLine(page.HasMore ? $"More: --page {page.Number + 1}" : "That is all.");
        return 0;
    }
}
