using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.Contracts;
using Trt.Application.Contracts;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Behind the counter: what the supplier has changed about its models, and a person's word about one.</summary>
internal static class AdminContractScreens
{
    public static Screen List(Language l, ModelTitles titles, ContractSheet sheet) => new(
        AdminContractTexts.Title(l, sheet.Looked, isQuiet: sheet.Changed.Items.Count == 0),
        new Keyboard()
            .Grid(
                sheet.Changed.Items.Select(found =>
                    new AdminContractRoute(found.Model).Button(AdminContractTexts.Button(l, titles, found))),
                perRow: 1)
            .Leaf(sheet.Changed, number => new AdminContractsRoute(number))
            .Row(new AdminContractsRoute(sheet.Changed.Number).Button(GenerationTexts.Refresh(l)))
            .Row(AdminScreens.Back(l)));

    public static Screen Model(Language l, ModelTitles titles, ModelId model, ContractView? found, Html notice = default) => new(
        Html.Paragraphs(notice, found is null ? AdminContractTexts.Unknown(l, titles, model) : AdminContractTexts.Model(l, titles, found)),
        new Keyboard()
            .Row(found is { OffSale: not null } ? new AdminAgreeRoute(model, found.Mark).Button(AdminContractTexts.Agree(l)) : null)
            .Row(new AdminContractsRoute().Button(AdminContractTexts.Contracts(l)))
            .Row(AdminScreens.Back(l)));
}
