using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Trt.Infrastructure.Telegram;

public static class BotApiRegistration
{
    public static IServiceCollection AddBotApi(this IServiceCollection services, BotApiOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton(provider => new BotApi(options, provider.GetRequiredService<TimeProvider>()));
    }
}
