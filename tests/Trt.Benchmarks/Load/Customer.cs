using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Load;

/// <summary>
/// Somebody who orders a picture as people do: presses what stands on the screen, writes what they want to see, and waits each time until
/// the next screen has come.
/// </summary>
internal sealed partial class Customer(HttpClient shop, long id)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Channel<TelegramCall> _heard = Channel.CreateUnbounded<TelegramCall>();
    private int _message = 7;

    public long Id => id;

    /// <summary>How often the shop could not take what they did, and was told again.</summary>
    public int HandedBack { get; private set; }

    public void Hear(TelegramCall call) => _heard.Writer.TryWrite(call);

    /// <summary>Until the picture is in the chat.</summary>
    public async Task Order(CancellationToken token)
    {
        await Press("select_model:nano-banana-pro", token);
        await Screen("cancel", token);
        await Write(WrittenWishes.Words, token);
        await Press(await Screen("skip_param:image_input", token), token);
        await Press(await Screen("set_param:resolution:", token), token);
        await Press(await Screen("confirm_generate:", token), token);
        await Next(call => call.Method == "sendPhoto", token);
    }

    /// <returns>What the first button carries that begins so.</returns>
    private async Task<string> Screen(string button, CancellationToken token)
    {
        var call = await Next(call => call.IsScreen && Button(call.Body, button) is not null, token);
        _message = call.Method.StartsWith("send", StringComparison.Ordinal) ? call.Message : _message;
        return Button(call.Body, button)!;
    }

    private async Task<TelegramCall> Next(Func<TelegramCall, bool> isIt, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Patience);
        var last = "nothing";
        try
        {
            await foreach (var call in _heard.Reader.ReadAllAsync(patience.Token))
            {
                if (isIt(call))
                {
                    return call;
                }

                last = $"{call.Method} {call.Body}";
            }
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new BenchmarkException($"A customer waited in vain; the last that they heard was: {last}");
        }

        throw new InvalidOperationException("Telegram has closed");
    }

    private static string? Button(string body, string beginning) => Buttons().Matches(body)
        .Select(match => match.Groups[1].Value)
        .FirstOrDefault(data => data.StartsWith(beginning, StringComparison.Ordinal));

    private Task Press(string data, CancellationToken token) => Send(
        $$$"""
        {"update_id":{{{UpdateIds.Next()}}},"callback_query":{"id":"{{{UpdateIds.Next()}}}","from":{{{Person}}},"message":{"message_id":{{{_message}}},"from":{"id":1000000001,"is_bot":true,"first_name":"TRT"},"chat":{{{Chat}}},"date":1767225600,"text":"…"},"chat_instance":"1","data":"{{{data}}}"}}
        """,
        token);

    private Task Write(string words, CancellationToken token) => Send(
        $$$"""
        {"update_id":{{{UpdateIds.Next()}}},"message":{"message_id":{{{_message + 1}}},"from":{{{Person}}},"chat":{{{Chat}}},"date":1767225600,"text":"{{{words}}}"}}
        """,
        token);

    private string Person => string.Create(
        CultureInfo.InvariantCulture, $$"""{"id":{{id}},"is_bot":false,"first_name":"Anna","username":"anna","language_code":"ru"}""");

    private string Chat => string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{id}},"first_name":"Anna","type":"private"}""");

    private async Task Send(string update, CancellationToken token) =>
        HandedBack += await shop.Bring("telegram/webhook", Shop.WebhookSecret, update, token);

    [GeneratedRegex(@"""callback_data"":""([^""]+)""")]
    private static partial Regex Buttons();
}
