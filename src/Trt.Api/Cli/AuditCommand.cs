using System.CommandLine;
using System.Globalization;
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
        var command = new Command("audit", "List what operators have changed, newest first.") { subject, last, page, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) => Print(input, (await scope.AsOwner(
                new ListAudit(
                    new Actor.AtConsole(Environment.UserName), input.GetValue(page), input.GetValue(subject), input.GetValue(last)),
                stop)).Lines),
            token));
        return command;
    }

    private static int Print(ParseResult input, Page<AuditLine> page) => input.Give(page, page.Items.Select(Line).Append(
        page.HasMore ? $"More: --page {page.Number + 1}" : "That is all."));

    private static string Line(AuditLine entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"{entry.At:u} {entry.Actor} {entry.Action} {entry.Subject}: {entry.Before ?? "-"} -> {entry.After ?? "-"}{(entry.Reason.Length > 0 ? $" ({entry.Reason})" : "")}");
}
