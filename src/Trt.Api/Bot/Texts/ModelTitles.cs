using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What people call a model; its id where the shop sells it no more.</summary>
internal sealed class ModelTitles(ICards cards)
{
    public string Of(Language l, ModelId model) => cards.Current.Find(model)?.Title.In(l) ?? model.Value;

    public string Of(Language l, IReadOnlyList<ModelId> models, int countMax = 6)
    {
        var more = models.Count > countMax ? l.Pick($" и ещё {models.Count - countMax}", $" and {models.Count - countMax} more") : "";
        return $"{string.Join(", ", models.Take(countMax).Select(model => Of(l, model)))}{more}";
    }
}
