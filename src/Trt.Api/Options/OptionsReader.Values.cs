using System.Globalization;

namespace Trt.Api.Options;

/// <summary>Single values: what is written, what it must be, and the problem when it is not.</summary>
public sealed partial class OptionsReader
{
    /// <summary>What is read is declared, and so in the reference of settings.</summary>
    private string? Text(string name)
    {
        var said = Variables.Knows(name) ? source[name] : throw new InvalidOperationException($"{name} is not among the declared variables");
        return said?.Trim() is { Length: > 0 } text ? text : null;
    }

    private string Required(string name, string what)
    {
        if (Text(name) is { } text)
        {
            return text;
        }

        _problems.Add($"{name} is missing: set it to {what}.");
        return "";
    }

    private string[] List(string name) =>
        Text(name)?.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>On unless somebody says otherwise.</summary>
    private bool IsOn(string name) => Text(name)?.ToLowerInvariant() is not ("0" or "false" or "no" or "off");

    private bool Flag(string name) => Text(name)?.ToLowerInvariant() is "1" or "true" or "yes" or "on";

    private Uri? Address(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        _problems.Add($"{name} is not an absolute http(s) address.");
        return null;
    }

    private int Number(string name, int usual, int min, int max) => (int)Decimal(name, usual, min, max);

    private decimal Decimal(string name, decimal usual, decimal min, decimal max)
    {
        if (Text(name) is not { } text)
        {
            return usual;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= min
            && number <= max)
        {
            return number;
        }

        _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is \"{text}\"; it must be a number from {min} to {max}."));
        return usual;
    }
}
