using Trt.Application.Users;
using Trt.Domain.Shared;

namespace Trt.Api.Bot;

/// <summary>Who has come, and with what.</summary>
/// <param name="MessageId">The message whose button was pressed; null for a command or a text.</param>
internal sealed record Visit(CustomerFacts Customer, Cid Cid, long? MessageId = null)
{
    public UserId UserId => Customer.UserId;

    public Language Language => Customer.Language;
}
