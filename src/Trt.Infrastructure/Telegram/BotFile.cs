using Telegram.Bot.Types;

namespace Trt.Infrastructure.Telegram;

/// <summary>A file in a call, in forms that the package writes as they are meant.</summary>
public static class BotFile
{
    /// <summary>One that Telegram has.</summary>
    public static InputFile Known(string fileId) => InputFile.FromFileId(fileId);

    /// <summary>
    /// One that Telegram fetches. The package would undo the escapes of an address, and a signed one is another address then.
    /// </summary>
    public static InputFile At(Uri address) => InputFile.FromFileId(address.AbsoluteUri);

    /// <summary>
    /// One that we send; the stream is read once and closed. The package writes the name into the part's header unescaped.
    /// </summary>
#pragma warning disable RS0030 // The one place that escapes.
    public static InputFile Upload(Stream content, string name) => InputFile.FromStream(content, Escape(name));
#pragma warning restore RS0030

    /// <summary>Telegram reads UTF-8 and percent escapes here.</summary>
    private static string Escape(string name) => string.Concat(name.Select(c => c switch
    {
        '%' or '"' or '\\' => Uri.HexEscape(c),
        _ when char.IsControl(c) => "_",
        _ => c.ToString(),
    }));
}
