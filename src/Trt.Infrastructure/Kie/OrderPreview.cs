using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Ports;

namespace Trt.Infrastructure.Kie;

/// <summary>An order as it would leave, written by the family that sends it.</summary>
/// <param name="Door">Where it would go.</param>
/// <param name="Problem">Why it cannot be written.</param>
public sealed record OrderPreview(string Door, string Body, string? Problem)
{
    public static OrderPreview Of(ProviderOrder order)
    {
        using var services = new ServiceCollection().AddLogging().AddKie(new KieOptions { ApiKey = "none" }).BuildServiceProvider();
        var family = services.GetServices<IKieFamily>().Single(one => one.Family == order.Card.Family);
        var draft = family.Draft(order);
        return new OrderPreview($"/api/v1/{Doors.OrdersOf(order.Card)}", Encoding.UTF8.GetString(draft.Json.Span), draft.Problem);
    }
}
