using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Payments;

namespace Trt.Application.Payments.Transfers;

/// <summary>A reviewer looks at a screenshot of a transfer. Null for one that is not there, or that is forgotten.</summary>
/// <param name="Number">1 for the first of its payment.</param>
public sealed record OpenTransferPicture(Actor By, PaymentId Id, int Number) : IAdminRequest<CustomerFile?>;

internal sealed class OpenTransferPictureHandler(AdminGate gate, ITrtDb db, ICustomerFiles files)
    : AdminHandler<OpenTransferPicture, CustomerFile?>(gate, AdminAct.MoveMoney)
{
    protected override async Task<CustomerFile?> Serve(OpenTransferPicture request, AdminRights rights, CancellationToken token) =>
        await db.TransferPictures.AsNoTracking().FirstOrDefaultAsync(
            found => found.PaymentId == request.Id && found.Number == request.Number, token) is { FileId.Length: > 0 } picture
            ? await files.Open(
                new MediaItem
                {
                    FileId = picture.FileId,
                    FileUniqueId = picture.FileUniqueId,
                    Kind = MediaKind.Image,
                    MimeType = "image/*",
                },
                token)
            : null;
}
