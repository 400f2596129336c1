using Trt.Domain.Shared;

namespace Trt.Domain.Users;

/// <summary>A person who has written to the bot.</summary>
public sealed class User
{
    public const int NameLengthMax = 256;

    private User()
    {
    }

    public UserId Id { get; private init; }

    public string Name { get; private set => field = value.Length > NameLengthMax ? value[..NameLengthMax] : value; } = "";

    public string? Username { get; private set; }

    public Language Language { get; private set; }

    /// <summary>The person stopped the bot: nothing can be sent until they come back.</summary>
    public bool HasLeft { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public static User Register(UserId id, string name, string? username, Language language, DateTimeOffset now) =>
        new() { Id = id, Name = name, Username = username, Language = language, CreatedAt = now };

    public void Introduce(string name, string? username)
    {
        Name = name;
        Username = username;
    }

    public void Speak(Language language) => Language = language;

    public void Leave() => HasLeft = true;

    public void Return() => HasLeft = false;
}
