using Trt.Domain.Catalog;
using Trt.Sandbox.Kie.Media;
using Trt.Sandbox.Kie.Media.Film;
using Trt.Sandbox.Kie.Media.Sound;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Filling;

/// <summary>Small real files of every kind that a model may ask for.</summary>
internal static class SampleFiles
{
    private const int FilmSeconds = 4;
    private const int FilmSide = 256;
    private const int MelodySeconds = 3;

    private static readonly Lazy<string> Film = new(() => Convert.ToBase64String(Movie.Make(Wish("A lighthouse"))));
    private static readonly Lazy<string> Melody = new(() => Convert.ToBase64String(Tune.Make(Wish(new string('A', MelodySeconds * 14)))));
    private static readonly Lazy<byte[]> Photo = new(() => Pictures.Png(640, 640));

    public static Task Send(RunningShop shop, Customer customer, MediaKind kind) => kind switch
    {
        MediaKind.Image => customer.SendPhoto(Photo.Value),
        MediaKind.Video => shop.Post("media", new
        {
            chat_id = customer.Id,
            kind = "video",
            base64 = Film.Value,
            file_name = "film.mp4",
            mime = "video/mp4",
            duration = FilmSeconds,
            width = FilmSide,
            height = FilmSide,
        }),
        MediaKind.Audio => shop.Post("media", new
        {
            chat_id = customer.Id,
            kind = "audio",
            base64 = Melody.Value,
            file_name = "melody.mp3",
            mime = "audio/mpeg",
            duration = MelodySeconds,
        }),
    };

    private static Wish Wish(string text) => new()
    {
        Model = "sample",
        Text = text,
        Number = 1,
        Width = FilmSide,
        Height = FilmSide,
        Seconds = FilmSeconds,
        References = 0,
        FirstReference = null,
    };
}
