namespace Trt.Api.Bot.Routes;

/// <summary>What a press does, as its colour tells before the words are read.</summary>
internal enum Tone
{
    Plain,

    /// <summary>Agrees: from here on something is ordered, paid or signed.</summary>
    Agree,

    /// <summary>Stops or removes something.</summary>
    Stop,
}
