// Telegraf as its manual has it: the webhook of Node's own server, the answer to the press in the webhook's reply.
import http from "node:http";
import { Telegraf } from "telegraf";
import { apiRoot, bot as botInfo, buttons, menu, path, port, secret, showsMenu, token } from "./menu.mjs";

const bot = new Telegraf(token, { telegram: { apiRoot: `${apiRoot}/`, webhookReply: true } });
bot.botInfo = botInfo;
bot.action("main_menu", async (ctx) => {
  await ctx.answerCbQuery();
  if (showsMenu) await ctx.editMessageText(menu(ctx.from.first_name), { parse_mode: "HTML", reply_markup: buttons });
});

http.createServer(bot.webhookCallback(path, { secretToken: secret })).listen(Number(port), "127.0.0.1");
