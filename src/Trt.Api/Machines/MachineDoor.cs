using System.Net.Http.Headers;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Trt.Api.Instance;
using Trt.Application.BackOffice.Tokens;
using Trt.Domain.BackOffice;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Machines;

/// <summary>
/// Where programs of the operator come in: who they are by their token, what they may by its scopes, how often by its name. Whatever goes
/// wrong, they read what it was and what to do.
/// </summary>
internal sealed partial class MachineDoor(Readiness readiness, MachineLimits limits, ILogger<MachineDoor> logger)
{
    public const string Path = "/api/v1";

    private const int BodyBytesMax = 16 * 1024;

    public async Task Pass(HttpContext http, RequestDelegate next)
    {
        try
        {
            if (await Refusal(http) is { } refusal)
            {
                await refusal.ExecuteAsync(http);
                return;
            }

            await next(http);
            if (IsWordless(http.Response))
            {
                await Problems.Of(http.Response.StatusCode).ExecuteAsync(http);
            }
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            await Explain(exception, http).ExecuteAsync(http);
        }
    }

    /// <summary>Null for who may come in; from there on the request knows by whom it was made.</summary>
    private async Task<IResult?> Refusal(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeededScope>() is not { } needed)
        {
            // There is nothing behind the door here, so nobody need be asked who comes.
            return null;
        }

        if (!readiness.IsReady)
        {
            return Problems.ComeAgain(http, $"The shop takes no orders now: {readiness.Stage}.");
        }

        var mediator = http.RequestServices.GetRequiredService<IMediator>();
        if (SecretIn(http.Request) is not { } secret
            || await mediator.Send(new AdmitMachine(secret), http.RequestAborted) is not { } machine)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Of(StatusCodes.Status401Unauthorized);
        }

        if (limits.Wait(machine) is { } wait)
        {
            return Problems.TooOften(http, wait);
        }

        if (!machine.Scopes.Contains(needed.Scope))
        {
            return Problems.WithoutScope(needed.Scope);
        }

        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = BodyBytesMax;
        http.Features.Set(machine);
        return null;
    }

    private static string? SecretIn(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var shown)
        && shown.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? shown.Parameter
            : null;

    private static bool IsWordless(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null };

    private IResult Explain(Exception exception, HttpContext http)
    {
        switch (exception)
        {
            case BadHttpRequestException bad:
                return Problems.Unread(bad);
            case ValidationException invalid:
                return Problems.Wrong(string.Join(' ', invalid.Errors.Select(error => error.ErrorMessage)));
            case var away when Database.IsAway(away):
                return Problems.ComeAgain(http, "The database does not answer.");
            default:
                Failed(exception, http.GetEndpoint()?.DisplayName, http.Features.Get<Actor.ByToken>()?.Name);
                return Problems.Of(StatusCodes.Status500InternalServerError);
        }
    }

    [LoggerMessage(EventId = 37, EventName = "MACHINE_FAIL", Level = LogLevel.Error, Message = "{Address} failed for the token {Name}")]
    private partial void Failed(Exception exception, string? address, string? name);
}

/// <summary>Stands at every address behind the door. One that lacks it knows no caller, and so opens nothing.</summary>
internal sealed record NeededScope(TokenScope Scope);
