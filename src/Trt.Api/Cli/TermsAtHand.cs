using System.Globalization;
using Trt.Api.Options;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.PrivatePostgres;

namespace Trt.Api.Cli;

/// <summary>
/// The terms a look at the catalog is priced with: those of the shop's database when there is one to ask, else those of the environment.
/// Looking starts no database.
/// </summary>
internal sealed record TermsAtHand(ShopTerms Terms, KnownCosts Costs, KnownHealth Health, string Source)
{
    public ModelCatalog OnSale(ModelCatalog cards) => Terms.OnSale(cards, Costs, Health);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Terms: {Source}; rate {Terms.Prices.RublesPerUsd}, markup {Terms.Prices.Markup}, {Terms.OwnPrices.Count} own price(s), {Terms.Hidden.Count} hidden model(s).");

    public static async Task<TermsAtHand> Find(CancellationToken token)
    {
        var source = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var (address, folder) = OptionsReader.ReadDatabase(source);
        var start = OptionsReader.ReadTerms(source);
        if (address is null && !Database.IsOwnRunning(folder))
        {
            return new TermsAtHand(start, KnownCosts.None, KnownHealth.None, "the defaults, no database is configured or running");
        }

        try
        {
            await using var scope = await CliScope.Open(token);
            var terms = scope.Service<TermsInUse>();
            await terms.Refresh(scope.Service<ITrtDb>(), token);
            var costs = scope.Service<CostsInUse>();
            await costs.Refresh(scope.Service<ITrtDb>(), terms.Current.Costs.AgeMax, token);
            var health = scope.Service<HealthInUse>();
            await health.Refresh(scope.Service<ITrtDb>(), token);
            return new TermsAtHand(terms.Current, costs.Current, health.Current, "live, from the shop's database");
        }
        catch (Exception exception) when (exception is PrivatePostgresException or UnfitDatabaseException
            or Npgsql.NpgsqlException or TimeoutException)
        {
            return new TermsAtHand(start, KnownCosts.None, KnownHealth.None, $"the defaults, the database does not answer ({exception.Message})");
        }
    }
}
