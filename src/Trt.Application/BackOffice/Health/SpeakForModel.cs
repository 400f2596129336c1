using Trt.Application.Health;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Health;

/// <summary>A person says whether a model is sold; that wins over whatever its orders say, until the word is taken back.</summary>
/// <param name="Word">Null takes it back.</param>
public sealed record SpeakForModel(Actor By, ModelId Model, HandWord? Word) : IAdminRequest<SpokenFor>;

public enum SpokenFor
{
    Done,
    UnknownModel,
}

internal sealed class SpeakForModelHandler(AdminGate gate, HealthBook book, ITrtDb db, ICards cards, TimeProvider time)
    : AdminHandler<SpeakForModel, SpokenFor>(gate, AdminAct.StopModels)
{
    private const string Spoken = "model.health";

    protected override async Task<SpokenFor> Serve(SpeakForModel request, AdminRights rights, CancellationToken token)
    {
        if (cards.Current.Find(request.Model) is not { } card)
        {
            return SpokenFor.UnknownModel;
        }

        await book.Say(
            card.Id,
            request.Word,
            request.By.Mark,
            before => db.Audit.Add(AuditEntry.Of(
                request.By.Mark, Spoken, $"model:{card.Id}", before?.ToString(), request.Word?.ToString(), "", time.GetUtcNow())),
            token);
        return SpokenFor.Done;
    }
}
