// grammY as its manual has it: the webhook of Node's own server, the answer to the press in the webhook's reply.
import http from "node:http";
import { Bot, webhookCallback } from "grammy";
import { apiRoot, bot as botInfo, buttons, menu, path, port, secret, showsMenu, token } from "./menu.mjs";

const bot = new Bot(token, { botInfo, client: { apiRoot, canUseWebhookReply: (method) => method === "answerCallbackQuery" } });
bot.callbackQuery("main_menu", async (ctx) => {
  await ctx.answerCallbackQuery();
  if (showsMenu) await ctx.editMessageText(menu(ctx.from.first_name), { parse_mode: "HTML", reply_markup: buttons });
});

const handle = webhookCallback(bot, "http", { secretToken: secret });
http.createServer((request, response) => {
  if (request.url === path) return handle(request, response);
  response.statusCode = 404;
  response.end();
}).listen(Number(port), "127.0.0.1");
