using System.Globalization;
using MediatR;
using Trt.Api.Bot.Texts;
using Trt.Api.Dashboard.Pages;
using Trt.Application.BackOffice;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Dashboard;

/// <summary>One request of somebody who has come in.</summary>
/// <param name="Form">Null for a look.</param>
/// <param name="Rest">What stands in the address where its pattern has a star.</param>
internal sealed record Call(
    IMediator Mediator, IServiceProvider Services, Look Look, UserId UserId, IQueryCollection Query, IFormCollection? Form,
    IReadOnlyList<string> Rest, Cid Cid, CancellationToken Stop)
{
    private const int TextLengthMax = 2000;

    public Actor.InChat By => new(UserId);

    public Language L => Look.Language;

    public int PageNumber => Number("page");

    public int Number(string name) =>
        int.TryParse(Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1000) : 1;

    public string Asked(string name) => Harmless(Query[name].ToString(), 100);

    public string Said(string name) => Harmless(Form?[name].ToString() ?? "", TextLengthMax);

    public bool IsTicked(string name) => Said(name) == "1";

    public UserId? User =>
        long.TryParse(Rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? new UserId(id) : null;

    public GenerationId? Order => Guid.TryParseExact(Rest[0], "N", out var id) ? new GenerationId(id) : null;

    /// <summary>Whoever may not is told so.</summary>
    public async Task<DeskAnswer> Ask<T>(IAdminRequest<T> request, Func<T, DeskAnswer> answer) =>
        await Mediator.Send((IRequest<Guarded<T>>)request, Stop) is Guarded<T>.Given given
            ? answer(given.Value)
            : new DeskAnswer.Forbidden();

    public async Task<DeskAnswer> AskThen<T>(IAdminRequest<T> request, Func<T, Task<DeskAnswer>> answer) =>
        await Mediator.Send((IRequest<Guarded<T>>)request, Stop) is Guarded<T>.Given given
            ? await answer(given.Value)
            : new DeskAnswer.Forbidden();

    public async Task<DeskAnswer> Do<T>(IAdminRequest<T> request, Func<T, Html> word, string to) =>
        await Ask(request, result => new DeskAnswer.GoTo(to, PlainWords.Of(word(result))));

    private static string Harmless(string text, int lengthMax)
    {
        var clean = new string([.. text.ReplaceLineEndings(" ").Where(letter => !char.IsControl(letter))]).Trim();
        return clean.Length > lengthMax ? clean[..lengthMax] : clean;
    }
}
