using FluentValidation;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;

namespace Trt.Application.BackOffice;

/// <summary>The models that an operator may mean by a part of a title or an id, hidden ones too.</summary>
public sealed record SearchModels(Actor By, string Query) : IAdminRequest<IReadOnlyList<ModelCard>>
{
    public const int QueryLengthMax = 100;
}

internal sealed class SearchModelsHandler(AdminGate gate, ICatalog catalog)
    : AdminHandler<SearchModels, IReadOnlyList<ModelCard>>(gate, AdminAct.LookAround)
{
    private const int FoundMax = 10;

    protected override Task<IReadOnlyList<ModelCard>> Serve(SearchModels request, AdminRights rights, CancellationToken token)
    {
        var words = request.Query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Task.FromResult<IReadOnlyList<ModelCard>>(
        [
            .. catalog.Current.Cards
                .Where(card => words.Length > 0 && words.All(word => IsIn(card, word)))
                .OrderBy(card => card.Title.Ru.Length)
                .ThenBy(card => card.Id.Value, StringComparer.Ordinal)
                .Take(FoundMax),
        ]);
    }

    private static bool IsIn(ModelCard card, string word) =>
        new[] { card.Title.Ru, card.Title.En, card.Id.Value }.Any(name => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}

internal sealed class SearchModelsValidator : AbstractValidator<SearchModels>
{
    public SearchModelsValidator() => RuleFor(request => request.Query).NotNull().MaximumLength(SearchModels.QueryLengthMax)
        .WithMessage($"At most {SearchModels.QueryLengthMax} characters are looked for.");
}
