using System.Collections.Frozen;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.BackOffice.Broadcasts;
using Trt.Application.BackOffice.Figures;
using Trt.Application.BackOffice.Orders;
using Trt.Application.BackOffice.Reports;
using Trt.Application.BackOffice.Settings;
using Trt.Application.Contracts;
using Trt.Application.Costs;
using Trt.Application.Generations;
using Trt.Application.Growth;
using Trt.Application.Health;
using Trt.Application.Later;
using Trt.Application.Payments;
using Trt.Application.Payments.BankCards;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Payments.Messenger;
using Trt.Application.Payments.Transfers;
using Trt.Application.Privacy;
using Trt.Application.Upkeep;

namespace Trt.Application;

/// <summary>The stored names of all commands. A name stays for ever; a class may move.</summary>
public static class LaterCommands
{
    private static readonly FrozenDictionary<string, Type> ByName = new Dictionary<string, Type>
    {
        ["generation.submit.v1"] = typeof(SubmitGeneration),
        ["generation.check.v1"] = typeof(CheckGeneration),
        ["generation.progress.v1"] = typeof(ShowProgress),
        ["generation.deliver.v1"] = typeof(DeliverResult),
        ["generation.verdict.v1"] = typeof(TellVerdict),
        ["generation.checkpoint.v1"] = typeof(TellCheckpoint),
        ["generation.failure.v1"] = typeof(TellFailure),
        ["generation.receipt.v1"] = typeof(TellReceipt),
        ["generation.original.v1"] = typeof(SendOriginal),
        ["generation.again.v1"] = typeof(BringAgain),
        ["catalog.sync.v1"] = typeof(CatalogSync),
        ["health.tend.v1"] = typeof(TendHealth),
        ["contract.turn.v1"] = typeof(ContractTurn),
        ["callbacks.tend.v1"] = typeof(TendOrphans),
        ["payment.invoice.v1"] = typeof(BringInvoice),
        ["payment.tend.v1"] = typeof(TendPayments),
        ["payment.refund.v1"] = typeof(RefundStars),
        ["payment.refunded.v1"] = typeof(TellRefund),
        ["payment.received.v1"] = typeof(TellMoneyReceived),
        ["payment.card.open.v1"] = typeof(OpenBankCardPayment),
        ["payment.card.page.v1"] = typeof(TellPayPage),
        ["payment.card.look.v1"] = typeof(LookAtBankCardPayment),
        ["payment.card.return.v1"] = typeof(ReturnBankCardPayment),
        ["payment.card.trouble.v1"] = typeof(TellBankCardTrouble),
        ["payment.picture.study.v1"] = typeof(StudyPicture),
        ["payment.review.ask.v1"] = typeof(AskReviewer),
        ["payment.review.remind.v1"] = typeof(RemindOfTransfer),
        ["payment.rejected.v1"] = typeof(TellTransferRejected),
        ["invitation.reward.v1"] = typeof(RewardInviter),
        ["invitation.share.v1"] = typeof(ShareFirstPayment),
        ["invitation.news.v1"] = typeof(TellInviter),
        ["balance.low.v1"] = typeof(TellLowBalance),
        ["operator.alert.v1"] = typeof(AlertOperator),
        ["operator.alert.v2"] = typeof(TellOperators),
        ["operator.over.v1"] = typeof(EndMatter),
        ["operator.word.v1"] = typeof(TellOperator),
        ["operator.tend.v1"] = typeof(TendMatters),
        ["operator.digest.v1"] = typeof(MorningDigest),
        ["operator.digest.word.v1"] = typeof(TellDigest),
        ["operator.inputs.v1"] = typeof(SendInputFiles),
        ["operator.export.v1"] = typeof(SendExport),
        ["model.show.v1"] = typeof(ShowModelAgain),
        ["broadcast.send.v1"] = typeof(SendBroadcast),
        ["broadcast.preview.v1"] = typeof(ShowPreview),
        ["broadcast.ended.v1"] = typeof(TellBroadcastEnd),
        ["figures.keep.v1"] = typeof(KeepFigures),
        ["privacy.archive.v1"] = typeof(SendArchive),
        ["privacy.tend.v1"] = typeof(TendPrivacy),
        ["privacy.wipe.v1"] = typeof(WipeMessages),
        ["wallet.adjusted.v1"] = typeof(TellAdjustment),
        ["money.prove.v1"] = typeof(ProveMoneyDaily),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> ByType = ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static IReadOnlyCollection<Type> All => ByType.Keys;

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static string NameOf(ILaterCommand command) => ByType[command.GetType()];

    public static Type? Find(string name) => ByName.GetValueOrDefault(name);
}
