using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>Looks at the bytes of a screenshot, so that it is known again, and then asks the reviewers.</summary>
public sealed record StudyPicture(PaymentId Id, UserId UserId, int Number) : ILaterCommand
{
    public Lane Lane => Lane.Payment;

    public string Key => Id.ToString();
}

internal sealed class StudyPictureHandler(ITrtDb db, ICustomerFiles files, IPictureStudy study, Reviewers reviewers, TimeProvider time)
    : IRequestHandler<StudyPicture, LaterOutcome>
{
    /// <summary>The review must not wait for a file that does not come.</summary>
    private static readonly TimeSpan PatienceMax = TimeSpan.FromMinutes(2);

    public async Task<LaterOutcome> Handle(StudyPicture command, CancellationToken token)
    {
        var picture = await Read(command, token);
        var (traits, wait) = await Study(picture, token);
        if (wait is { } after && time.GetUtcNow() - picture.At < PatienceMax)
        {
            return LaterOutcome.After(after, "the screenshot cannot be fetched yet");
        }

        await using var work = await db.Begin(token);
        if (traits is not null)
        {
            (await Read(command, token)).Learn(traits.ContentHash, traits.Fingerprint);
        }

        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        await reviewers.Ask(payment, command.Number, Cid.New(time.GetUtcNow()), token);
        await work.Commit(token);
        return LaterOutcome.Done;
    }

    private async Task<(PictureTraits? Traits, TimeSpan? Wait)> Study(TransferPicture picture, CancellationToken token)
    {
        var item = new MediaItem
        {
            FileId = picture.FileId,
            FileUniqueId = picture.FileUniqueId,
            Kind = MediaKind.Image,
            MimeType = "image/*",
        };
        try
        {
            switch (await files.Open(item, token))
            {
                case CustomerFile.Opened { Content: var content }:
                    await using (content)
                    {
                        return (await study.Study(content, token), null);
                    }

                case CustomerFile.TryLater later:
                    return (null, later.After);
                case CustomerFile.Lost:
                    return (null, null);
                case var other:
                    throw new InvalidOperationException($"No rule for {other}");
            }
        }
        catch (IOException)
        {
            // The connection broke in the middle of the file.
            return (null, TimeSpan.FromSeconds(3));
        }
    }

    private Task<TransferPicture> Read(StudyPicture command, CancellationToken token) =>
        db.TransferPictures.FirstAsync(picture => picture.PaymentId == command.Id && picture.Number == command.Number, token);
}
