using System.Net;
using System.Reflection;
using System.Text;

namespace Trt.Sandbox.YooKassa;

/// <summary>The page on which a customer pays, or does not.</summary>
internal static class PayPage
{
    private static readonly string Template = Read("yookassa-pay.html");
    private static readonly string Style = Read("yookassa-pay.css");

    public static void MapPayPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/yookassa/pay.css", () => Results.Text(Style, "text/css"));
        routes.MapGet("/yookassa/pay/{id}", (string id, HttpContext http, Till till) => Show(http, till.Offer(id)));
        routes.MapPost("/yookassa/pay/{id}/{act}", (string id, string act, HttpContext http, Till till) => Act(id, act, http, till));
    }

    private static IResult Act(string id, string wanted, HttpContext http, Till till)
    {
        if (till.Offer(id) is not { } offer || !Enum.TryParse<PayAct>(wanted, ignoreCase: true, out var act) || act == PayAct.PayLate)
        {
            return Show(http, null);
        }

        till.Act(id, act, CardApi.Root(http));
        return act == PayAct.Pay ? Results.Redirect(offer.ReturnUrl) : Show(http, till.Offer(id));
    }

    private static IResult Show(HttpContext http, PayOffer? offer)
    {
        // The browser checks the way back after the form as well.
        var back = offer is not null && Uri.TryCreate(offer.ReturnUrl, UriKind.Absolute, out var address)
            ? address.GetLeftPart(UriPartial.Authority)
            : "";
        http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' {back}; base-uri 'none'; frame-ancestors 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Content(
            Fill(offer), "text/html", Encoding.UTF8, offer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static string Fill(PayOffer? offer) => Template
        .Replace("{id}", Escape(offer?.Id), StringComparison.Ordinal)
        .Replace("{state}", offer is null ? "unknown" : Charge.Name(offer.Status), StringComparison.Ordinal)
        .Replace("{sum}", Escape(offer is null ? "" : $"{offer.Value} {offer.Currency}"), StringComparison.Ordinal)
        .Replace("{description}", Escape(offer?.Description), StringComparison.Ordinal)
        .Replace("{word}", Word(offer?.Status), StringComparison.Ordinal)
        .Replace("{back}", Escape(offer?.ReturnUrl), StringComparison.Ordinal);

    private static string Word(ChargeStatus? status) => status switch
    {
        ChargeStatus.Pending => "No card is needed: this page only pretends.",
        ChargeStatus.Succeeded or ChargeStatus.WaitingForCapture => "Paid.",
        ChargeStatus.Canceled => "This payment is over. Start a new one in the chat.",
        null => "There is no such payment.",
    };

    private static string Escape(string? text) => WebUtility.HtmlEncode(text ?? "");

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
