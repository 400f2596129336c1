import { createRequire } from "node:module";
import { play } from "./scenario.mjs";
import { freePort } from "./sandbox.mjs";

process.env.NTBA_FIX_350 = "1";
process.env.NTBA_FIX_319 = "1";
const TelegramBot = createRequire(import.meta.url)("node-telegram-bot-api-0");

/** This client takes bytes as they are and the file's name apart from them. */
class Named {
  constructor(bytes, filename) { Object.assign(this, { bytes, filename }); }
}
const source = (file) => (file instanceof Named ? file.bytes : file);
const options = (file) => (file instanceof Named ? { filename: file.filename, contentType: "application/octet-stream" } : {});

await play(async ({ apiRoot, token }) => {
  const hookPort = await freePort();
  const make = (more) => new TelegramBot(token, { baseApiUrl: apiRoot, ...more });
  const bot = make({ polling: { autoStart: false, params: { timeout: 1 } } });
  const hooked = make({ webHook: { port: hookPort, host: "127.0.0.1", autoOpen: false } });
  const send = (method, chat, file, other) => bot[method](chat, source(file), other ?? {}, options(file));
  const media = (items) => items.map((item) => ({
    ...item, media: source(item.media), fileOptions: options(item.media),
  }));
  return {
    handle: (on) => {
      for (const listener of [bot, hooked]) {
        listener.on("message", (message) => {
          if (message.successful_payment) on.paid(message.successful_payment);
          else if (message.text?.startsWith("/start")) on.start(message.chat.id);
          else if (message.text) on.text(message.chat.id, message.text);
        });
        listener.on("callback_query", on.press);
        listener.on("inline_query", on.inline);
        listener.on("chosen_inline_result", on.chosen);
        listener.on("my_chat_member", on.member);
        listener.on("pre_checkout_query", on.checkout);
      }
    },
    problem: (error) => {
      const body = error.response?.body ?? {};
      return { code: body.error_code, description: body.description ?? error.message, retryAfter: body.parameters?.retry_after };
    },
    getMe: () => bot.getMe(),
    startPolling: () => { bot.startPolling(); },
    // Waits for the poll under way; what it brought is acknowledged by a last call.
    stopPolling: async () => {
      await bot.stopPolling();
      const left = await bot.getUpdates({});
      if (left.length) await bot.getUpdates({ offset: left.at(-1).update_id + 1 });
    },
    // On a conflict it unsets the webhook and polls again, which ends the rival's poll in turn.
    fightsBack: true,
    getUpdates: (offset) => bot.getUpdates({ offset }),
    sendMessage: (chat, text, other) => bot.sendMessage(chat, text, other),
    editText: (chat_id, message_id, text) => bot.editMessageText(text, { chat_id, message_id }),
    editCaption: (chat_id, message_id, caption) => bot.editMessageCaption(caption, { chat_id, message_id }),
    editMarkup: (chat_id, message_id, markup) => bot.editMessageReplyMarkup(markup, { chat_id, message_id }),
    // Its editMessageMedia uploads only from paths, given as attach://<path>; the others take bytes.
    editMedia: async (chat_id, message_id, item) => {
      const { photo } = await send("sendPhoto", chat_id, item.media);
      return bot.editMessageMedia({ ...item, media: photo.at(-1).file_id }, { chat_id, message_id });
    },
    deleteMessage: (chat, id) => bot.deleteMessage(chat, id),
    copyMessage: (chat, from, id) => bot.copyMessage(chat, from, id),
    answerPress: (id, text) => bot.answerCallbackQuery(id, { text }),
    file: (bytes, filename) => new Named(bytes, filename),
    sendPhoto: (chat, photo, other) => send("sendPhoto", chat, photo, other),
    sendVideo: (chat, video, other) => send("sendVideo", chat, video, other),
    sendAudio: (chat, audio, other) => send("sendAudio", chat, audio, other),
    sendVoice: (chat, voice, other) => send("sendVoice", chat, voice, other),
    sendDocument: (chat, document) => send("sendDocument", chat, document),
    sendAlbum: (chat, items) => bot.sendMediaGroup(chat, media(items)),
    fileLink: (id) => bot.getFileLink(id),
    sendAction: (chat, action) => bot.sendChatAction(chat, action),
    setCommands: (commands) => bot.setMyCommands(commands),
    sendInvoice: (chat, payload, amount) => bot.sendInvoice(chat, "Title", "Description", payload, "", "XTR", [{ label: "Stars", amount }]),
    answerCheckout: (id, ok, error_message) => bot.answerPreCheckoutQuery(id, ok, ok ? {} : { error_message }),
    // Older than the button above a list, which it would not write as JSON.
    answerInline: (id, results, other) => bot.answerInlineQuery(id, results, { ...other, button: JSON.stringify(other.button) }),
    editInline: (inline_message_id, text) => bot.editMessageText(text, { inline_message_id }),
    getMember: (chat, user) => bot.getChatMember(chat, user),
    getAdmins: (chat) => bot.getChatAdministrators(chat),
    leave: (chat) => bot.leaveChat(chat),
    // Older than refunds: its own way to call what it has no name for.
    refund: (user_id, telegram_payment_charge_id) => bot._request("refundStarPayment", { form: { user_id, telegram_payment_charge_id } }),
    openWebhook: async () => {
      await hooked.openWebHook();
      return { url: `http://127.0.0.1:${hookPort}/bot${token}`, close: () => hooked.closeWebHook() };
    },
    setWebhook: (url, secret_token) => bot.setWebHook(url, { secret_token }),
    deleteWebhook: () => bot.deleteWebHook(),
    webhookInfo: () => bot.getWebHookInfo(),
  };
});
