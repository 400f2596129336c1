using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Trt.Infrastructure.Persistence;

/// <summary>
/// <c>DATABASE_URL</c> as people give it: the URL of a hosting platform, or <c>Host=…;Username=…</c>.
/// Prints itself without the password.
/// </summary>
public sealed partial class DatabaseAddress
{
    private const string Example = "postgres://user:password@host:5432/database?sslmode=require or Host=…;Username=…;Password=…;Database=…";

    private readonly string _masked;

    private DatabaseAddress(NpgsqlConnectionStringBuilder settings, string masked)
    {
        ConnectionString = settings.ConnectionString;
        _masked = masked;
    }

    public string ConnectionString { get; }

    /// <exception cref="FormatException">Says what is wrong, without the password.</exception>
    public static DatabaseAddress Parse(string address)
    {
        var text = address.Trim();
        if (text.Length == 0)
        {
            throw new FormatException($"The database address is empty; expected {Example}");
        }

        var settings = Url.Match(text) is { Success: true } url ? FromUrl(url, text) : FromKeywords(text);
        return string.IsNullOrEmpty(settings.Host)
            ? throw Wrong(text, "it names no host")
            : new DatabaseAddress(settings, Mask(text));
    }

    public override string ToString() => _masked;

    private static NpgsqlConnectionStringBuilder FromUrl(Match url, string text)
    {
        var settings = new NpgsqlConnectionStringBuilder();
        var hosts = Decode(url.Groups["hosts"].Value);
        if (hosts.Length > 0)
        {
            SetHosts(settings, hosts, text);
        }

        if (url.Groups["user"] is { Length: > 0 } user)
        {
            settings.Username = Decode(user.Value);
        }

        if (url.Groups["password"] is { Success: true } password)
        {
            settings.Password = Decode(password.Value);
        }

        if (url.Groups["database"] is { Length: > 0 } database)
        {
            settings.Database = Decode(database.Value);
        }

        foreach (var pair in url.Groups["query"].Value.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            if (parts.Length < 2)
            {
                throw Wrong(text, $"the parameter {parts[0]} has no value");
            }

            Set(settings, Decode(parts[0]), Decode(parts[1]), text);
        }

        return settings;
    }

    /// <summary>One host keeps its port apart; several carry theirs along, which is how Npgsql fails over.</summary>
    private static void SetHosts(NpgsqlConnectionStringBuilder settings, string hosts, string text)
    {
        foreach (var host in hosts.Split(','))
        {
            if (HostAndPort.Match(host) is not { Success: true } match)
            {
                throw Wrong(
                    text, "a host is not readable (a special character in the password must be percent-encoded: @ as %40, / as %2F)");
            }

            if (match.Groups["port"] is { Success: true } port
                && !(ushort.TryParse(port.Value, CultureInfo.InvariantCulture, out var number) && number > 0))
            {
                throw Wrong(text, "a port is not a number between 1 and 65535");
            }
        }

        if (hosts.Contains(','))
        {
            settings.Host = hosts;
            return;
        }

        var single = HostAndPort.Match(hosts);
        settings.Host = single.Groups["host"].Value.Trim('[', ']');
        if (single.Groups["port"] is { Success: true } only)
        {
            settings.Port = int.Parse(only.Value, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The names are libpq's, which is what the platforms write; Npgsql's own are taken as well.</summary>
    private static void Set(NpgsqlConnectionStringBuilder settings, string name, string value, string text)
    {
        var (keyword, translated) = name switch
        {
            "sslmode" => ("SSL Mode", value.Replace("-", "", StringComparison.Ordinal)),
            "sslrootcert" => ("Root Certificate", value),
            "sslcert" => ("SSL Certificate", value),
            "sslkey" => ("SSL Key", value),
            "application_name" => ("Application Name", value),
            "connect_timeout" => ("Timeout", value),
            "target_session_attrs" => ("Target Session Attributes", value),
            "load_balance_hosts" => ("Load Balance Hosts", value is "random" ? "true" : "false"),
            "channel_binding" => ("Channel Binding", value),
            "user" => ("Username", value),
            "dbname" => ("Database", value),
            // A pooler between us and the server keeps no state of a session.
            "pgbouncer" => ("No Reset On Close", value),
            _ => (name, value),
        };
        try
        {
            settings[keyword] = translated;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw Wrong(text, $"the parameter {name} is unknown or its value cannot be used");
        }
    }

    private static NpgsqlConnectionStringBuilder FromKeywords(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
        {
            throw Wrong(text, "the URL does not start with postgres:// or is not complete");
        }

        if (!text.Contains(';') && SeparatedByBlanks.IsMatch(text))
        {
            throw Wrong(text, "its parts must be separated by semicolons");
        }

        try
        {
            return new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception e) when (e is
            ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            throw Wrong(text, "a keyword is unknown or its value cannot be used");
        }
    }

    /// <summary>The foreign exception is left out on purpose: it may quote a value.</summary>
    private static FormatException Wrong(string text, string reason) =>
        new($"The database address {Mask(text)} cannot be used: {reason}; expected {Example}");

    private static string Decode(string text) => Uri.UnescapeDataString(text);

    /// <summary>Masks too much rather than too little: whatever stands before the last @ may belong to the password.</summary>
    private static string Mask(string text) => text.Contains("://", StringComparison.Ordinal) || text.Contains('=')
        ? PasswordKeyword.Replace(PasswordInUrl.Replace(text, "$1:***@"), "$1=***")
        : "***";

    [GeneratedRegex(
        @"^postgres(ql)?://((?<user>[^:@/?]*)(:(?<password>[^/?]*))?@)?(?<hosts>[^/?@]*)(/(?<database>[^?/]*))?(\?(?<query>.*))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Url { get; }

    [GeneratedRegex(@"^(?<host>\[[0-9a-fA-F:.]+\]|[A-Za-z0-9_.\-]+|/[^:]*)(:(?<port>\d+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex HostAndPort { get; }

    [GeneratedRegex(@"\s(host|port|user|password|dbname)\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex SeparatedByBlanks { get; }

    [GeneratedRegex(@"^(\w+://[^:/@]*):.*@")]
    private static partial Regex PasswordInUrl { get; }

    [GeneratedRegex(@"\b((?:ssl\s*)?password|pwd)\s*=\s*('[^']*'|""[^""]*""|[^;&\s]*[^;&]*)", RegexOptions.IgnoreCase)]
    private static partial Regex PasswordKeyword { get; }
}
