import { Telegraf } from "telegraf";
import { play } from "./scenario.mjs";
import { serve } from "./sandbox.mjs";

await play(({ apiRoot, token }) => {
  // Telegraf resolves methods against the root as a relative address, so a root with a path needs its slash.
  const bot = new Telegraf(token, { telegram: { apiRoot: `${apiRoot}/` } });
  const api = bot.telegram;
  let polling;
  return {
    handle: (on) => {
      bot.start((ctx) => on.start(ctx.chat.id));
      bot.on("successful_payment", (ctx) => on.paid(ctx.message.successful_payment));
      bot.on("text", (ctx) => on.text(ctx.chat.id, ctx.message.text));
      bot.on("callback_query", (ctx) => on.press(ctx.callbackQuery));
      bot.on("inline_query", (ctx) => on.inline(ctx.inlineQuery));
      bot.on("chosen_inline_result", (ctx) => on.chosen(ctx.chosenInlineResult));
      bot.on("my_chat_member", (ctx) => on.member(ctx.myChatMember));
      bot.on("pre_checkout_query", (ctx) => on.checkout(ctx.preCheckoutQuery));
    },
    problem: (error) => ({ code: error.response?.error_code, description: error.response?.description ?? error.message, retryAfter: error.response?.parameters?.retry_after }),
    getMe: () => api.getMe(),
    startPolling: () => new Promise((launched, failed) => { polling = bot.launch(launched); polling.catch(failed); }),
    stopPolling: async () => { bot.stop("test"); await polling; },
    pollingFailure: () => polling.then(() => { throw new Error("polling ended without an error"); }, (error) => error),
    getUpdates: (offset) => api.callApi("getUpdates", { offset }),
    sendMessage: (chat, text, other) => api.sendMessage(chat, text, other),
    editText: (chat, id, text) => api.editMessageText(chat, id, undefined, text),
    editCaption: (chat, id, caption) => api.editMessageCaption(chat, id, undefined, caption),
    editMarkup: (chat, id, markup) => api.editMessageReplyMarkup(chat, id, undefined, markup),
    editMedia: (chat, id, media) => api.editMessageMedia(chat, id, undefined, media),
    deleteMessage: (chat, id) => api.deleteMessage(chat, id),
    copyMessage: (chat, from, id) => api.copyMessage(chat, from, id),
    answerPress: (id, text) => api.answerCbQuery(id, text),
    file: (source, filename) => ({ source, filename }),
    sendPhoto: (chat, photo, other) => api.sendPhoto(chat, photo, other),
    sendVideo: (chat, video, other) => api.sendVideo(chat, video, other),
    sendAudio: (chat, audio, other) => api.sendAudio(chat, audio, other),
    sendVoice: (chat, voice, other) => api.sendVoice(chat, voice, other),
    sendDocument: (chat, document) => api.sendDocument(chat, document),
    sendAlbum: (chat, media) => api.sendMediaGroup(chat, media),
    fileLink: async (id) => (await api.getFileLink(id)).href,
    sendAction: (chat, action) => api.sendChatAction(chat, action),
    setCommands: (commands) => api.setMyCommands(commands),
    sendInvoice: (chat, payload, amount) => api.sendInvoice(chat, {
      title: "Title", description: "Description", payload, provider_token: "", currency: "XTR", prices: [{ label: "Stars", amount }],
    }),
    answerCheckout: (id, ok, error) => api.answerPreCheckoutQuery(id, ok, ok ? undefined : error),
    answerInline: (id, results, other) => api.answerInlineQuery(id, results, other),
    editInline: (id, text) => api.editMessageText(undefined, undefined, id, text),
    getMember: (chat, user) => api.getChatMember(chat, user),
    getAdmins: (chat) => api.getChatAdministrators(chat),
    leave: (chat) => api.leaveChat(chat),
    refund: (user_id, telegram_payment_charge_id) => api.callApi("refundStarPayment", { user_id, telegram_payment_charge_id }),
    openWebhook: async (secretToken) => {
      bot.botInfo ??= await api.getMe();
      return serve(bot.webhookCallback("/", { secretToken }));
    },
    setWebhook: (url, secret_token) => api.setWebhook(url, { secret_token }),
    deleteWebhook: () => api.deleteWebhook(),
    webhookInfo: () => api.getWebhookInfo(),
  };
});
