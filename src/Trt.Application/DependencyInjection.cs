using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.BackOffice.Figures;
using Trt.Application.BackOffice.Orders;
using Trt.Application.BackOffice.Reports;
using Trt.Application.BackOffice.Settings;
using Trt.Application.Backups;
using Trt.Application.Costs;
using Trt.Application.Drafts;
using Trt.Application.Finding;
using Trt.Application.Free;
using Trt.Application.Generations;
using Trt.Application.Growth;
using Trt.Application.Health;
using Trt.Application.Inline;
using Trt.Application.Payments;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Payments.Transfers;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Application.Privacy;
using Trt.Application.Recipes;
using Trt.Application.Storefront;
using Trt.Application.Terms;
using Trt.Application.Wallets;

namespace Trt.Application;

public static class DependencyInjection
{
    public static IServiceCollection AddApplication(this IServiceCollection services, ShopOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<TermsInUse>();
        services.AddSingleton<CostsInUse>();
        services.AddSingleton<HealthInUse>();
        services.AddSingleton<Offering>();
        services.AddScoped<OfferOfThisScope>();
        services.AddScoped<IShopTerms>(provider => provider.GetRequiredService<OfferOfThisScope>());
        services.AddScoped<ICatalog>(provider => provider.GetRequiredService<OfferOfThisScope>());
        services.AddScoped<TermsEditor>();
        services.AddSingleton<CallbackAddress>();
        services.AddSingleton<Standstill>();
        services.AddSingleton<RunTimes>();
        services.AddSingleton<OrderTrail>();
        services.AddScoped<UpdateUnderway>();
        services.AddScoped<WizardSession>();
        services.AddScoped<WizardPages>();
        services.AddScoped<OrderPrices>();
        services.AddScoped<DuelOffers>();
        services.AddScoped<TypicalOrder>();
        services.AddScoped<WaitOffers>();
        services.AddScoped<EarlierResults>();
        services.AddScoped<FileCheck>();
        services.AddScoped<IWishReader, WordsReader>();
        services.AddScoped<WishBook>();
        services.AddSingleton<IdeaBook>();
        services.AddScoped<WishFiles>();
        services.AddScoped<OrderStart>();
        services.AddScoped<Proposals>();
        services.AddScoped<ModelSearch>();
        services.AddScoped<NextInput>();
        services.AddScoped<StepOffers>();
        services.AddScoped<StepStart>();
        services.AddScoped<RecipeBook>();
        services.AddScoped<BackupBook>();
        services.AddScoped<BackupWork>();
        services.AddScoped<FreeBudget>();
        services.AddScoped<FundsReader>();
        services.AddScoped<Arrivals>();
        services.AddScoped<Milestones>();
        services.AddScoped<FreeTier>();
        services.AddScoped<Notices>();
        services.AddScoped<ReceivedQuantity>();
        services.AddScoped<Receipts>();
        services.AddScoped<Settlement>();
        services.AddScoped<QueueLook>();
        services.AddScoped<StartingLine>();
        services.AddScoped<ResultRenewal>();
        services.AddScoped<InputFiles>();
        services.AddScoped<Works>();
        services.AddScoped<Batches>();
        services.AddScoped<OrderLines>();
        services.AddScoped<DuelAlbum>();
        services.AddScoped<MediaHandover>();
        services.AddScoped<Till>();
        services.AddScoped<Refunds>();
        services.AddScoped<PaymentNotices>();
        services.AddScoped<PaymentWays>();
        services.AddScoped<PaymentBook>();
        services.AddScoped<Reviewers>();
        services.AddScoped<Lookalikes>();
        services.AddScoped<TransferCases>();
        services.AddScoped<AdminGate>();
        services.AddScoped<Operators>();
        services.AddScoped<MatterBook>();
        services.AddScoped<MatterEnds>();
        services.AddScoped<DigestReader>();
        services.AddScoped<Corrections>();
        services.AddScoped<Giving>();
        services.AddScoped<Forgetting>();
        services.AddScoped<ArchiveWriter>();
        services.AddSingleton<ProviderCredits>();
        services.AddScoped<AccountWatch>();
        services.AddScoped<CostBook>();
        services.AddScoped<ListFollower>();
        services.AddScoped<SecondOpinions>();
        services.AddScoped<CostWatch>();
        services.AddScoped<HealthBook>();
        services.AddScoped<ExportWriter>();
        return services.AddMediator();
    }

    /// <summary>
    /// MediatR 5 brings no registration of its own: its factory, the pipeline from outside in, then every validator and handler.
    /// </summary>
    private static IServiceCollection AddMediator(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => type => provider.GetService(type)!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TelemetryBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(OutrunBehaviour<,>));

        services.AddValidatorsFromAssembly(typeof(DependencyInjection).Assembly, ServiceLifetime.Singleton, includeInternalTypes: true);

        foreach (var type in typeof(DependencyInjection).Assembly.GetTypes().Where(
            type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(IsHandler))
            {
                services.AddTransient(contract, type);
            }
        }

        return services;
    }

    private static bool IsHandler(Type contract) =>
        contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>);
}
