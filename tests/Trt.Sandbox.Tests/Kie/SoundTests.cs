using System.Text;
using Trt.Testing;

namespace Trt.Sandbox.Tests.Kie;

internal sealed class SoundTests : KieTests
{
    private const double SecondsPerFrame = 576 / 24_000.0;

    [TestCase(10, 2)]
    [TestCase(140, 10)]
    [TestCase(4000, 20)]
    public async Task A_sound_lasts_as_long_as_its_text_takes_but_not_for_ever(int letters, int seconds)
    {
        var (_, frames) = Split(await Sound(new string('a', letters)));

        (frames.Count * SecondsPerFrame).ShouldBeInRange(seconds - 0.3, seconds + 0.3);
    }

    [TestCase(4)]
    [TestCase(45)]
    public async Task What_is_made_of_a_recording_is_as_long_as_the_recording(int seconds)
    {
        var recording = await Kie.Upload(Sounds.Wav(seconds), "talk.wav", "audio/wav");
        var (_, frames) = Split(await Kie.Client.GetByteArrayAsync(await Kie.Result("elevenlabs/audio-isolation", $$"""{"audio_url":"{{recording}}"}""")));

        (frames.Count * SecondsPerFrame).ShouldBeInRange(seconds - 0.3, seconds + 0.3);
    }

    [Test]
    public async Task A_sound_effect_lasts_as_long_as_was_ordered()
    {
        var (_, frames) = Split(await Kie.Client.GetByteArrayAsync(await Kie.Result("elevenlabs/sound-effect-v2", """{"text":"rain","duration_seconds":7}""")));

        (frames.Count * SecondsPerFrame).ShouldBeInRange(6.7, 7.3);
    }

    [Test]
    public async Task Every_frame_stands_alone_so_that_they_may_be_laid_in_any_order()
    {
        var (_, frames) = Split(await Sound("The quick brown fox"));

        frames.ShouldAllBe(frame => frame[0] == 0xFF && frame[1] == 0xF3 && frame[2] == 0x44);
        frames.ShouldAllBe(frame => frame[4] == 0, "a frame leans on the bits of the one before");
    }

    [Test]
    public async Task The_label_tells_the_model_and_the_text()
    {
        var (tag, _) = Split(await Sound("Привет, маяк"));

        Encoding.Unicode.GetString(tag[(tag.AsSpan().IndexOf("TIT2"u8) + 13)..]).ShouldStartWith("Привет, маяк");
        Encoding.Unicode.GetString(tag[(tag.AsSpan().IndexOf("TPE1"u8) + 13)..]).ShouldStartWith("elevenlabs/text-to-speech-turbo-2-5");
    }

    [Test]
    public async Task Another_text_gives_another_melody()
    {
        var (_, first) = Split(await Sound("one two three four five six seven"));
        var (_, second) = Split(await Sound("six seven eight nine ten eleven 12"));

        first.SelectMany(frame => frame).ShouldNotBe(second.SelectMany(frame => frame));
    }

    private async Task<byte[]> Sound(string text) =>
        await Kie.Client.GetByteArrayAsync(await Kie.Result("elevenlabs/text-to-speech-turbo-2-5", $$"""{"text":"{{text}}"}"""));

    private static (byte[] Tag, List<byte[]> Frames) Split(byte[] sound)
    {
        sound.AsSpan(0, 3).SequenceEqual("ID3"u8).ShouldBeTrue();
        var tag = 10 + (sound[6] << 21 | sound[7] << 14 | sound[8] << 7 | sound[9]);
        return (sound[..tag], [.. sound[tag..].Chunk(96)]);
    }
}
