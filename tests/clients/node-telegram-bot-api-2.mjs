import { Bot, InputFile } from "node-telegram-bot-api";
import { createWebhookServer } from "node-telegram-bot-api/node";
import { play } from "./scenario.mjs";

await play(({ apiRoot, token }) => {
  const bot = new Bot(token, { apiRoot, maxRetries: 0 });
  const { api } = bot;
  let polling;
  return {
    handle: (on) => {
      bot.command("start", (ctx) => on.start(ctx.message.chat.id));
      bot.on("message", (ctx) => ctx.message.successful_payment
        ? on.paid(ctx.message.successful_payment)
        : ctx.message.text && on.text(ctx.message.chat.id, ctx.message.text));
      bot.on("callback_query", (ctx) => on.press(ctx.callbackQuery));
      bot.on("inline_query", (ctx) => on.inline(ctx.update.inline_query));
      bot.on("chosen_inline_result", (ctx) => on.chosen(ctx.update.chosen_inline_result));
      bot.on("my_chat_member", (ctx) => on.member(ctx.update.my_chat_member));
      bot.on("pre_checkout_query", (ctx) => on.checkout(ctx.update.pre_checkout_query));
    },
    problem: (error) => ({ code: error.errorCode, description: error.description ?? error.message, retryAfter: error.retryAfter }),
    getMe: () => api.getMe(),
    startPolling: async () => { polling = bot.startPolling(); polling.catch(() => {}); },
    // This client acknowledges only with its next poll, so one last call has to do it.
    stopPolling: async () => {
      bot.stop();
      await polling;
      const left = await api.getUpdates({});
      if (left.length) await api.getUpdates({ offset: left.at(-1).update_id + 1 });
    },
    pollingFailure: () => polling.then(() => { throw new Error("polling ended without an error"); }, (error) => error),
    getUpdates: (offset) => api.getUpdates({ offset }),
    sendMessage: (chat_id, text, other) => api.sendMessage({ chat_id, text, ...other }),
    editText: (chat_id, message_id, text) => api.editMessageText({ chat_id, message_id, text }),
    editCaption: (chat_id, message_id, caption) => api.editMessageCaption({ chat_id, message_id, caption }),
    editMarkup: (chat_id, message_id, reply_markup) => api.editMessageReplyMarkup({ chat_id, message_id, reply_markup }),
    editMedia: (chat_id, message_id, media) => api.editMessageMedia({ chat_id, message_id, media }),
    deleteMessage: (chat_id, message_id) => api.deleteMessage({ chat_id, message_id }),
    copyMessage: (chat_id, from_chat_id, message_id) => api.copyMessage({ chat_id, from_chat_id, message_id }),
    answerPress: (callback_query_id, text) => api.answerCallbackQuery({ callback_query_id, text }),
    file: (bytes, filename) => new InputFile(bytes, { filename }),
    sendPhoto: (chat_id, photo, other) => api.sendPhoto({ chat_id, photo, ...other }),
    sendVideo: (chat_id, video, other) => api.sendVideo({ chat_id, video, ...other }),
    sendAudio: (chat_id, audio, other) => api.sendAudio({ chat_id, audio, ...other }),
    sendVoice: (chat_id, voice, other) => api.sendVoice({ chat_id, voice, ...other }),
    sendDocument: (chat_id, document) => api.sendDocument({ chat_id, document }),
    sendAlbum: (chat_id, media) => api.sendMediaGroup({ chat_id, media }),
    fileLink: async (file_id) => `${apiRoot}/file/bot${token}/${(await api.getFile({ file_id })).file_path}`,
    sendAction: (chat_id, action) => api.sendChatAction({ chat_id, action }),
    setCommands: (commands) => api.setMyCommands({ commands }),
    sendInvoice: (chat_id, payload, amount) => api.sendInvoice({
      chat_id, title: "Title", description: "Description", payload, currency: "XTR", prices: [{ label: "Stars", amount }],
    }),
    answerCheckout: (pre_checkout_query_id, ok, error_message) => api.answerPreCheckoutQuery({ pre_checkout_query_id, ok, error_message: ok ? undefined : error_message }),
    answerInline: (inline_query_id, results, other) => api.answerInlineQuery({ inline_query_id, results, ...other }),
    editInline: (inline_message_id, text) => api.editMessageText({ inline_message_id, text }),
    getMember: (chat_id, user_id) => api.getChatMember({ chat_id, user_id }),
    getAdmins: (chat_id) => api.getChatAdministrators({ chat_id }),
    leave: (chat_id) => api.leaveChat({ chat_id }),
    refund: (user_id, telegram_payment_charge_id) => api.refundStarPayment({ user_id, telegram_payment_charge_id }),
    openWebhook: async (secretToken) => {
      const server = createWebhookServer(bot, { secretToken, path: "/hook" });
      await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
      return {
        url: `http://127.0.0.1:${server.address().port}/hook`,
        close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }),
      };
    },
    setWebhook: (url, secret_token) => api.setWebhook({ url, secret_token }),
    deleteWebhook: () => api.deleteWebhook({}),
    webhookInfo: () => api.getWebhookInfo(),
  };
});
