using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Trt.Api.Bot.Texts;
using Trt.Api.Dashboard.Pages;
using Trt.Api.Instance;
using Trt.Api.Options;
using Trt.Application.BackOffice.Dashboard;
using Trt.Domain.Shared;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Dashboard;

/// <summary>
/// The dashboard from a request to its answer. Who shows nothing of ours is answered from memory; everybody else is looked up each time,
/// so that a right that was taken is gone with the next press.
/// </summary>
internal sealed partial class Board(
    TrtOptions options, Readiness readiness, Drawing drawing, Assets assets, TimeProvider time, ILogger<Board> logger)
{
    private const int FormBytesMax = 64 * 1024;

    private static readonly FormOptions Forms = new()
    {
        BufferBodyLengthLimit = FormBytesMax,
        ValueCountLimit = 50,
        ValueLengthLimit = 8 * 1024,
    };

    private readonly Seals _seals = new(options.Shop.DashboardSecret);
    private readonly DashboardCookie _cookie = new(options);

    public async Task Serve(HttpContext http, string path)
    {
        if (await assets.Serve(path, http))
        {
            return;
        }

        var l = LanguageOf(http.Request);
        var isPress = HttpMethods.IsPost(http.Request.Method);
        if (!isPress && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var cid = Cid.New(time.GetUtcNow());
        try
        {
            var (answer, look) = await Meet(http, path, isPress, l, cid);
            await Write(http, answer, look);
        }
        catch (Exception exception) when (Database.IsAway(exception))
        {
            await Write(http, Messages.Opening(l), Outside(l, path));
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            Failed(exception, cid.Value);
            await Write(http, Messages.Trouble(l, cid), Outside(l, path));
        }
    }

    private async Task<(DeskAnswer Answer, Look Look)> Meet(HttpContext http, string path, bool isPress, Language l, Cid cid)
    {
        if (path.Split('/') is ["enter", var link])
        {
            return (await Enter(http, link, isPress, l), Outside(l, path));
        }

        if (_cookie.Read(http.Request) is not { } key)
        {
            return (Messages.WhoAreYou(l), Outside(l, path));
        }

        if (!readiness.IsReady)
        {
            return (Messages.Opening(l), Outside(l, path));
        }

        var mediator = http.RequestServices.GetRequiredService<IMediator>();
        switch (await mediator.Send(new FindVisit(key), http.RequestAborted))
        {
            case VisitFound.RoleChanged changed:
                _cookie.Drop(http.Response);
                return (Messages.RoleChanged(changed.Language), Outside(changed.Language, path));
            case VisitFound.Known { Visit: var visit }:
                var look = new Look(
                    visit.Language, visit, _seals.FormKey(key), path, _seals.ReadNotice(http.Request.Query["said"], key), time.GetUtcNow());
                return (await Serve(http, look, visit, key, isPress, cid), look);
            default:
                _cookie.Drop(http.Response);
                return (Messages.WhoAreYou(l), Outside(l, path));
        }
    }

    private async Task<DeskAnswer> Serve(HttpContext http, Look look, DashboardVisit visit, string key, bool isPress, Cid cid)
    {
        var form = isPress ? await FormOf(http) : null;
        if (isPress && (form is null || !_seals.IsFormKey(form["key"].ToString(), key) || IsFromElsewhere(http.Request)))
        {
            return Messages.Foreign(look.Language);
        }

        if (Ways.Find(look.Path, isPress) is not { } way)
        {
            return new DeskAnswer.NotFound();
        }

        try
        {
            // A press is carried through even when its page is closed meanwhile.
            var stop = isPress ? CancellationToken.None : http.RequestAborted;
            return await way.Serve(new Call(
                http.RequestServices.GetRequiredService<IMediator>(), http.RequestServices, look, visit.UserId, http.Request.Query, form,
                way.Stars, cid, stop));
        }
        catch (ValidationException)
        {
            return new DeskAnswer.Unusable(look.Language.Pick(
                "Заполните все поля: причина нужна словами, числа — в допустимых пределах.",
                "Fill in all fields: the reason in words, the numbers within their bounds."));
        }
    }

    /// <summary>A look uses nothing up: messengers open links to show what is behind them.</summary>
    private async Task<DeskAnswer> Enter(HttpContext http, string link, bool isPress, Language l)
    {
        if (!SealedKey.IsOurs(link, options.Shop.DashboardSecret))
        {
            return Messages.Refused(l, new EntryResult.Over());
        }

        if (!isPress)
        {
            return new DeskAnswer.Page(l.Pick("Вход", "Sign in"), typeof(EnterPage), new EnterModel(link));
        }

        if (!readiness.IsReady)
        {
            return Messages.Opening(l);
        }

        if (IsFromElsewhere(http.Request))
        {
            return Messages.Foreign(l);
        }

        var device = http.Request.Headers.UserAgent.ToString();
        switch (await http.RequestServices.GetRequiredService<IMediator>().Send(new EnterDashboard(link, device), CancellationToken.None))
        {
            case EntryResult.Entered entered:
                _cookie.Write(http.Response, entered.Key, entered.Lifetime);
                return new DeskAnswer.GoTo("");
            case var refused:
                return Messages.Refused(l, refused);
        }
    }

    private async Task Write(HttpContext http, DeskAnswer answer, Look look)
    {
        var l = look.Language;
        switch (answer)
        {
            case DeskAnswer.Page page:
                await Draw(http, page, look);
                break;
            case DeskAnswer.GoTo way:
                http.Response.StatusCode = StatusCodes.Status303SeeOther;
                http.Response.Headers.Location = Address(way, http);
                break;
            case DeskAnswer.Picture picture:
                await PictureAnswer.Write(http, picture.Content);
                break;
            case DeskAnswer.Forbidden:
                await Draw(http, Messages.Forbidden(l, AdminTeamTexts.Role(l, look.Rights.Role)), look);
                break;
            case DeskAnswer.Unusable unusable:
                await Draw(http, Messages.Unusable(l, unusable.Why), look);
                break;
            case DeskAnswer.Gone:
                _cookie.Drop(http.Response);
                await Draw(http, Messages.Left(l), Outside(l, look.Path));
                break;
            default:
                await Draw(http, Messages.NotFound(l), look);
                break;
        }
    }

    private async Task Draw(HttpContext http, DeskAnswer.Page page, Look look)
    {
        var text = await drawing.Draw(page, look);
        http.Response.StatusCode = page.Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(text, http.RequestAborted);
    }

    private string Address(DeskAnswer.GoTo way, HttpContext http)
    {
        var to = $"/admin/{way.To}".TrimEnd('/');
        return way.Notice is { } notice && _cookie.Read(http.Request) is { } key
            ? $"{to}{(to.Contains('?', StringComparison.Ordinal) ? '&' : '?')}said={_seals.Notice(notice, key)}"
            : to;
    }

    private Look Outside(Language l, string path) => new(l, null, "", path, null, time.GetUtcNow());

    private static async Task<IFormCollection?> FormOf(HttpContext http) => http.Request.HasFormContentType
        && http.Request.ContentLength is null or <= FormBytesMax
            ? await http.Request.ReadFormAsync(Forms, http.RequestAborted)
            : null;

    /// <summary>Browsers say whose page a form was on; whoever says nothing is judged by the form's key alone.</summary>
    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site != "same-origin";

    private static Language LanguageOf(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? Language.English
            : Language.Russian;

    [LoggerMessage(EventId = 330, EventName = "DASHBOARD_FAIL", Level = LogLevel.Error, Message = "A page of the dashboard failed, cid {Cid}")]
    private partial void Failed(Exception exception, string cid);
}
