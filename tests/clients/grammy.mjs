import { Bot, InputFile, webhookCallback } from "grammy";
import { play } from "./scenario.mjs";
import { serve } from "./sandbox.mjs";

await play(({ apiRoot, token }) => {
  const bot = new Bot(token, { client: { apiRoot } });
  const { api } = bot;
  let polling;
  return {
    handle: (on) => {
      bot.command("start", (ctx) => on.start(ctx.chat.id));
      bot.on("message:successful_payment", (ctx) => on.paid(ctx.message.successful_payment));
      bot.on("message:text", (ctx) => on.text(ctx.chat.id, ctx.message.text));
      bot.on("callback_query:data", (ctx) => on.press(ctx.callbackQuery));
      bot.on("inline_query", (ctx) => on.inline(ctx.inlineQuery));
      bot.on("chosen_inline_result", (ctx) => on.chosen(ctx.chosenInlineResult));
      bot.on("my_chat_member", (ctx) => on.member(ctx.myChatMember));
      bot.on("pre_checkout_query", (ctx) => on.checkout(ctx.preCheckoutQuery));
    },
    problem: (error) => ({ code: error.error_code, description: error.description, retryAfter: error.parameters?.retry_after }),
    getMe: () => api.getMe(),
    startPolling: () => new Promise((onStart, failed) => { polling = bot.start({ onStart }); polling.catch(failed); }),
    stopPolling: async () => { await bot.stop(); await polling; },
    pollingFailure: () => polling.then(() => { throw new Error("polling ended without an error"); }, (error) => error),
    getUpdates: (offset) => api.getUpdates({ offset }),
    sendMessage: (chat, text, other) => api.sendMessage(chat, text, other),
    editText: (chat, id, text) => api.editMessageText(chat, id, text),
    editCaption: (chat, id, caption) => api.editMessageCaption(chat, id, { caption }),
    editMarkup: (chat, id, reply_markup) => api.editMessageReplyMarkup(chat, id, { reply_markup }),
    editMedia: (chat, id, media) => api.editMessageMedia(chat, id, media),
    deleteMessage: (chat, id) => api.deleteMessage(chat, id),
    copyMessage: (chat, from, id) => api.copyMessage(chat, from, id),
    answerPress: (id, text) => api.answerCallbackQuery(id, { text }),
    file: (bytes, name) => new InputFile(bytes, name),
    sendPhoto: (chat, photo, other) => api.sendPhoto(chat, photo, other),
    sendVideo: (chat, video, other) => api.sendVideo(chat, video, other),
    sendAudio: (chat, audio, other) => api.sendAudio(chat, audio, other),
    sendVoice: (chat, voice, other) => api.sendVoice(chat, voice, other),
    sendDocument: (chat, document) => api.sendDocument(chat, document),
    sendAlbum: (chat, media) => api.sendMediaGroup(chat, media),
    fileLink: async (id) => `${apiRoot}/file/bot${token}/${(await api.getFile(id)).file_path}`,
    sendAction: (chat, action) => api.sendChatAction(chat, action),
    setCommands: (commands) => api.setMyCommands(commands),
    sendInvoice: (chat, payload, amount) => api.sendInvoice(chat, "Title", "Description", payload, "XTR", [{ label: "Stars", amount }]),
    answerCheckout: (id, ok, error_message) => api.answerPreCheckoutQuery(id, ok, ok ? {} : { error_message }),
    answerInline: (id, results, other) => api.answerInlineQuery(id, results, other),
    editInline: (id, text) => api.editMessageTextInline(id, text),
    getMember: (chat, user) => api.getChatMember(chat, user),
    getAdmins: (chat) => api.getChatAdministrators(chat),
    leave: (chat) => api.leaveChat(chat),
    refund: (user, charge) => api.refundStarPayment(user, charge),
    openWebhook: (secretToken) => serve(webhookCallback(bot, "http", { secretToken })),
    setWebhook: (url, secret_token) => api.setWebhook(url, { secret_token }),
    deleteWebhook: () => api.deleteWebhook(),
    webhookInfo: () => api.getWebhookInfo(),
  };
});
