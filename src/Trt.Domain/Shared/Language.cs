namespace Trt.Domain.Shared;

public enum Language
{
    Russian,
    English,
}

/// <summary>One text in every language of the shop; both are demanded where it is made.</summary>
public sealed record LocalText(string Ru, string En)
{
    public string In(Language language) => language switch
    {
        Language.Russian => Ru,
        Language.English => En,
    };
}
