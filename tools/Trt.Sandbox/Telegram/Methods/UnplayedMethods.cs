using System.Collections.Frozen;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>
/// Methods that the real service has (Bot API 10.5) and this simulator does not play. On the wire they are refused like any unknown name;
/// the log tells them apart, so that a missing method is seen and not guessed.
/// </summary>
internal static class UnplayedMethods
{
    private static readonly FrozenSet<string> Names = """
        addStickerToSet answerChatJoinRequestQuery answerGuestQuery answerWidgetQuery approveChatJoinRequest approveSuggestedPost
        banChatMember banChatSenderChat closeForumTopic closeGeneralForumTopic convertGiftToStars createChatInviteLink
        createChatSubscriptionInviteLink createForumTopic createNewStickerSet declineChatJoinRequest declineSuggestedPost
        deleteAllMessageReactions deleteBusinessAccountGift deleteBusinessMessages deleteChatPhoto deleteChatStickerSet
        deleteEphemeralMessage deleteForumTopic deleteMessageReaction deleteStickerFromSet deleteStickerSet deleteStory
        editChatInviteLink editChatSubscriptionInviteLink editEphemeralMessageCaption editEphemeralMessageMedia
        editEphemeralMessageReplyMarkup editEphemeralMessageText editForumTopic editGeneralForumTopic editMessageChecklist
        editMessageLiveLocation editMessageWidgetData editSharedWidgetData editStory exportChatInviteLink getAvailableGifts
        getBusinessAccountGifts getBusinessAccountStarBalance getBusinessConnection getChatGifts getChatShareThemeBackdrops
        getCustomEmojiStickers getForumTopicIconStickers getGameHighScores getManagedBotAccessSettings getManagedBotToken
        getMyDefaultAdministratorRights getStickerSet getUniqueGift getUserChatBoosts getUserGifts getUserPersonalChatMessages
        getUserProfileAudios giftPremiumSubscription hideGeneralForumTopic postStory promoteChatMember readBusinessMessage
        removeBusinessAccountProfilePhoto removeChatVerification removeMyProfilePhoto removeUserVerification reopenForumTopic
        reopenGeneralForumTopic replaceManagedBotToken replaceStickerInSet repostStory restrictChatMember revokeChatInviteLink
        savePreparedInlineMessage savePreparedKeyboardButton sendChatJoinRequestWebApp sendChecklist sendDice sendGame sendGift
        sendLivePhoto sendPaidMedia sendPoll sendRichMessage sendRichMessageDraft sendSharedWidget sendVenue sendWidget
        setBusinessAccountBio setBusinessAccountGiftSettings setBusinessAccountName setBusinessAccountProfilePhoto
        setBusinessAccountUsername setChatAdministratorCustomTitle setChatDescription setChatMemberTag setChatPermissions setChatPhoto
        setChatStickerSet setChatTitle setCustomEmojiStickerSetThumbnail setGameScore setManagedBotAccessSettings
        setMyDefaultAdministratorRights setMyProfilePhoto setPassportDataErrors setStickerEmojiList setStickerKeywords
        setStickerMaskPosition setStickerPositionInSet setStickerSetThumbnail setStickerSetTitle setUserEmojiStatus
        stopMessageLiveLocation stopPoll transferBusinessAccountStars transferGift unbanChatMember unbanChatSenderChat
        unhideGeneralForumTopic unpinAllForumTopicMessages unpinAllGeneralForumTopicMessages upgradeGift uploadStickerFile verifyChat
        verifyUser
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Has(string name) => Names.Contains(name);
}
