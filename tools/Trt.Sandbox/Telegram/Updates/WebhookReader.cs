using System.Net;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Updates;

/// <summary>
/// Reads setWebhook. By default it is as open as a local Bot API server; strict, it allows only what the public one allows.
/// </summary>
internal static class WebhookReader
{
    private const int SecretMax = 256;
    private const int ConnectionsMax = 100;
    private static readonly int[] PublicPorts = [80, 88, 443, 8443];

    public static Webhook Read(Parameters parameters, bool strict)
    {
        var given = parameters["url"].Trim();
        var secret = parameters.TextOrAbsent("secret_token");
        if (secret?.Length > SecretMax)
        {
            throw Refuse.Bad("secret token is too long");
        }

        if (secret?.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') == false)
        {
            throw Refuse.Bad("secret token contains unallowed characters");
        }

        return new Webhook
        {
            Url = Address(given, strict),
            GivenUrl = given,
            SecretToken = secret,
            MaxConnections = parameters.Has("max_connections") ? parameters.Clamped("max_connections", 40, 1, ConnectionsMax) : null,
            IpAddress = parameters.TextOrAbsent("ip_address") is { } ip ? CheckedIp(ip) : null,
            HasCustomCertificate = parameters.Files.ContainsKey("certificate"),
        };
    }

    private static Uri Address(string given, bool strict)
    {
        if (!Uri.TryCreate(given.Contains("://", StringComparison.Ordinal) ? given : "https://" + given, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https"))
        {
            throw Refuse.Bad("invalid webhook URL specified");
        }

        if (!strict)
        {
            return url;
        }

        if (url.Scheme != "https")
        {
            throw Refuse.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        }

        if (!PublicPorts.Contains(url.Port))
        {
            throw Refuse.Bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }

        if (url.IsLoopback)
        {
            throw Refuse.Bad($"bad webhook: IP address {(IPAddress.TryParse(url.Host, out var ip) ? ip : IPAddress.Loopback)} is reserved");
        }

        return url;
    }

    private static string CheckedIp(string ip) =>
        IPAddress.TryParse(ip, out _) ? ip : throw Refuse.Bad("bad webhook: Invalid IP address specified");
}
