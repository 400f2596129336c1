using Trt.Api.Tests.Stories.Filling;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>No model of this kind is on sale today; an operator may bring one back by a folder of cards.</summary>
[Parallelizable]
public sealed class SpeechToTextStories
{
    [Test]
    public async Task A_recording_comes_back_as_a_text_in_the_chat()
    {
        using var cards = CardFolder.Unblocking("elevenlabs/elevenlabs-speech-to-text.json");
        await using var shop = await RunningShop.Open(("CATALOG_DIR", cards.Path));
        await new WholeWay(shop, cards.Catalog).Walk(cards.Card("elevenlabs/speech-to-text"));
    }
}
