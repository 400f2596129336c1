namespace Trt.Application.Terms;

/// <summary>What a setting may be, for whoever shows it: the console reads its bounds in words.</summary>
/// <param name="Min">Where it is bounded below.</param>
/// <param name="Choices">What there is to choose from.</param>
public sealed record SettingShape(SettingKind Kind, decimal? Min = null, decimal? Max = null, IReadOnlyList<string>? Choices = null)
{
    /// <summary>An empty list and no text, written so that it is no slip of the keyboard.</summary>
    public const string Nothing = "none";

    public static readonly SettingShape Words = new(SettingKind.Words);
}

public enum SettingKind
{
    Number,
    Decimal,

    /// <summary>Bounds in rubles.</summary>
    Rubles,
    Flag,
    Choice,

    /// <summary>Some of the choices, or a list of words where there are none.</summary>
    Several,

    /// <summary>Anything up to so many characters.</summary>
    Words,
}
