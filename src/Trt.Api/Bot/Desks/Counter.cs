using System.Globalization;
using MediatR;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Admins;
using Trt.Application.Questions;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>What every step behind the counter begins with. Null when the person may not take it.</summary>
internal sealed class Counter(IMediator mediator)
{
    private const int ReasonLengthMax = 500;

    public async Task<Reply?> Ask<T>(IAdminRequest<T> request, Func<T, Screen> show, Visit visit, CancellationToken token)
    {
        if (await mediator.Send(request, token) is not Guarded<T>.Given given)
        {
            return null;
        }

        // Whoever looks at something else has given up what they were asked.
        await mediator.Send(new WithdrawQuestion(visit.UserId), token);
        return show(given.Value);
    }

    /// <param name="isAnswer">The question stays open: its answer could not be used.</param>
    public async Task<Reply?> Begin(
        AdminAct act, Func<AdminRights, Screen> show, Visit visit, CancellationToken token, bool isAnswer = false)
    {
        if (await mediator.Send(new StepBehindCounter(By(visit), act), token) is not Guarded<AdminRights>.Given rights)
        {
            return null;
        }

        if (!isAnswer)
        {
            await mediator.Send(new WithdrawQuestion(visit.UserId), token);
        }

        return show(rights.Value);
    }

    public async Task<Reply?> Prompt(AdminAct act, QuestionKind kind, string subject, Screen screen, Visit visit, CancellationToken token)
    {
        if (await mediator.Send(new StepBehindCounter(By(visit), act), token) is not Guarded<AdminRights>.Given)
        {
            return null;
        }

        await mediator.Send(new AskQuestion(visit.UserId, kind, subject), token);
        return screen;
    }

    public static Actor.InChat By(Visit visit) => new(visit.UserId);

    public static UserId? UserIn(string text) =>
        long.TryParse(text.Trim().Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? new UserId(id)
            : null;

    /// <summary>A question about a person begins with their number.</summary>
    public static UserId UserOf(OpenQuestion question) => new(long.Parse(question.Subject.Split(':')[0], CultureInfo.InvariantCulture));

    /// <summary>What was typed already stands behind that of which the question is.</summary>
    public static string ReasonIn(OpenQuestion question) =>
        question.Subject[(question.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public static Html? BadReason(Language l, string text, int lengthMax = ReasonLengthMax) =>
        text.Length == 0 || text.Length > lengthMax ? AdminTexts.BadReason(l, lengthMax) : null;

    /// <summary>No control characters: what is typed goes into ledgers, tables and messages.</summary>
    public static string Harmless(string text) =>
        new string([.. text.ReplaceLineEndings(" ").Where(letter => !char.IsControl(letter))]).Trim();
}
