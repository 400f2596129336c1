namespace Trt.Infrastructure.Http;

/// <summary>Carries what a door's handler made of a call through the generated client, which knows only HTTP.</summary>
internal sealed class DoorAnswer<TAnswer>(TAnswer answer) : HttpResponseMessage
{
    public TAnswer Answer => answer;
}

internal static class DoorAnswers
{
    /// <exception cref="InvalidCastException">The door was registered without its handler.</exception>
    public static async Task<TAnswer> As<TAnswer>(this Task<HttpResponseMessage> call)
    {
        using var response = await call;
        return ((DoorAnswer<TAnswer>)response).Answer;
    }
}
