namespace Trt.Sandbox.Page;

/// <summary>The page at "/" that looks and feels like the chat.</summary>
internal static class ChatPage
{
    public static IEndpointRouteBuilder MapChatPage(this IEndpointRouteBuilder routes) => routes;
}
