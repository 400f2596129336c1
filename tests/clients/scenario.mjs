// What a bot does in its life, played through one client library. The library comes as an adapter, so the story is the same for all.
import { Sandbox, equal, eventually, holds, png, serve } from "./sandbox.mjs";

const anna = 8001;
const boris = 8002;
const fileName = "отчёт за май – final copy.txt";
const keyboard = { inline_keyboard: [[{ text: "Да", callback_data: "yes" }, { text: "Site", url: "https://example.com/" }]] };

export async function play(makeAdapter) {
  const [address, token] = process.argv.slice(2);
  if (!address || !token) {
    console.error("usage: node <client>.mjs <sandbox address> <bot token>");
    process.exit(2);
  }

  const sandbox = new Sandbox(address, token);
  await sandbox.control("bots", { username: "conformance_bot", name: "Conformance" });
  const seen = { payments: [], chosen: [], members: [] };
  const client = await makeAdapter({ apiRoot: sandbox.apiRoot, token });
  client.handle({
    start: (chat) => client.sendMessage(chat, "Welcome", { reply_markup: keyboard }),
    text: (chat, text) => client.sendMessage(chat, `You said: ${text}`),
    inline: (query) => client.answerInline(query.id, [
      { type: "article", id: "a", title: `About ${query.query}`, input_message_content: { message_text: `Posted: ${query.query}` }, reply_markup: keyboard },
    ], { cache_time: 0, is_personal: true, button: { text: "Open", start_parameter: "from_inline" } }),
    chosen: (result) => seen.chosen.push(result),
    member: (change) => seen.members.push(change),
    press: async (query) => {
      await client.answerPress(query.id, `got ${query.data}`);
      if (query.inline_message_id) { await client.editInline(query.inline_message_id, "Pressed inline"); return; }
      await client.editText(query.message.chat.id, query.message.message_id, "Pressed");
    },
    checkout: (query) => client.answerCheckout(query.id, query.invoice_payload !== "refuse", "Sold out"),
    paid: (payment) => seen.payments.push(payment),
  });

  let failed = 0;
  const test = async (name, act) => {
    try {
      await act();
      console.log(`ok ${name}`);
    } catch (error) {
      failed++;
      console.log(`not ok ${name} ${String(error?.message ?? error).replaceAll("\n", " ")}`);
    }
  };

  const refused = async (act, code, text) => {
    let problem;
    try { await act(); } catch (error) { problem = client.problem(error); }
    holds(problem, `expected a refusal "${text}"`);
    equal(problem.code, code, "error code");
    holds(problem.description.includes(text), `expected "${text}" in "${problem.description}"`);
    return problem;
  };

  await sandbox.control("text", { chat_id: anna, text: "hello before the start" });

  await test("knows itself", async () => {
    const me = await client.getMe();
    equal([me.id, me.is_bot, me.username], [Number(token.split(":")[0]), true, "conformance_bot"], "getMe");
  });

  await test("polls: a text that waited is answered", async () => {
    await client.startPolling();
    await sandbox.message(anna, (m) => m.text === "You said: hello before the start", "the answer to the waiting text");
  });

  await test("polls: a command gets a keyboard, a press gets its answer and the message changes", async () => {
    await sandbox.control("text", { chat_id: anna, text: "/start" });
    const welcome = await sandbox.message(anna, (m) => m.text === "Welcome", "the welcome");
    equal(welcome.reply_markup, keyboard, "keyboard");
    const { id } = await sandbox.control("click", { chat_id: anna, message_id: welcome.message_id, data: "yes" });
    await sandbox.message(anna, (m) => m.message_id === welcome.message_id && m.text === "Pressed", "the edit");
    const press = (await sandbox.chat(anna)).presses.find((p) => p.id === id);
    equal([press.answered, press.text], [true, "got yes"], "answer to the press");
  });

  await test("polls: a Stars payment goes through, is refunded once and not twice", async () => {
    const invoice = await client.sendInvoice(anna, "order-1", 50);
    equal([invoice.invoice.currency, invoice.invoice.total_amount], ["XTR", 50], "invoice");
    await sandbox.control("pay", { chat_id: anna, message_id: invoice.message_id });
    const payment = await eventually(async () => seen.payments.find((p) => p.invoice_payload === "order-1"), "the payment");
    const refund = () => client.refund(anna, payment.telegram_payment_charge_id);
    equal(await refund(), true, "refund");
    await refused(refund, 400, "CHARGE_ALREADY_REFUNDED");
  });

  await test("polls: a refused checkout takes no money", async () => {
    const invoice = await client.sendInvoice(anna, "refuse", 7);
    await sandbox.control("pay", { chat_id: anna, message_id: invoice.message_id });
    const payment = await eventually(
      async () => (await sandbox.chat(anna)).payments.find((p) => p.invoice_payload === "refuse" && p.state !== "pending"), "the end of the checkout");
    equal([payment.state, payment.error_message], ["declined", "Sold out"], "payment");
  });

  await test("groups: is let in, hears its name, answers it and knows who pressed", async () => {
    const members = [{ id: anna, name: "Anna" }, { id: boris, name: "Boris" }];
    const { chat_id: group } = await sandbox.control("groups", { title: "Friends", members });
    await sandbox.control("groups/bot", { chat_id: group, from: anna });
    await eventually(() => seen.members.find((m) => m.chat.id === group && m.new_chat_member.status === "member"), "my_chat_member");
    await sandbox.control("text", { chat_id: group, from: boris, text: "not for the bot" });
    await sandbox.control("text", { chat_id: group, from: boris, text: "@conformance_bot hello" });
    const answer = await sandbox.message(group, (m) => m.text === "You said: @conformance_bot hello", "the answer in the group");
    holds(!(await sandbox.chat(group)).messages.some((m) => m.text === "You said: not for the bot"), "privacy mode");
    const asked = await client.sendMessage(group, "who?", { reply_markup: keyboard });
    await sandbox.control("click", { chat_id: group, from: boris, message_id: asked.message_id, data: "yes" });
    await sandbox.message(group, (m) => m.message_id === asked.message_id && m.text === "Pressed", "the edit in the group");
    equal(answer.chat.title, "Friends", "title");
    equal((await client.getMember(group, boris)).status, "member", "member");
    equal((await client.getAdmins(group)).map((a) => [a.user.id, a.status]), [[anna, "creator"]], "admins");
    const { chat_id: moved } = await sandbox.control("groups/migrate", { chat_id: group, from: anna });
    await refused(() => client.sendMessage(group, "x"), 400, "upgraded to a supergroup");
    equal((await client.sendMessage(moved, "x")).chat.type, "supergroup", "the chat after the move");
    equal(await client.leave(moved), true, "left");
    await refused(() => client.sendMessage(moved, "x"), 403, "not a member");
  });

  await test("inline: lists, is chosen, is pressed, edits by the inline name", async () => {
    await sandbox.control("father", { inline: true, inline_feedback_one_of: 1 });
    const list = await sandbox.control("inline", { chat_id: anna, query: "cats" });
    equal(list.results.map((r) => r.title), ["About cats"], "results");
    equal(list.button, { text: "Open", start_parameter: "from_inline" }, "button");
    await sandbox.control("inline/choose", { query_id: list.query_id, result_id: "a" });
    const chosen = await eventually(() => seen.chosen.find((c) => c.query === "cats"), "chosen_inline_result");
    equal([chosen.result_id, typeof chosen.inline_message_id], ["a", "string"], "what was chosen");
    const posted = await sandbox.message(anna, (m) => m.text === "Posted: cats", "the posted line");
    equal(posted.via_bot.username, "conformance_bot", "via");
    await sandbox.control("click", { chat_id: anna, message_id: posted.message_id, data: "yes" });
    await sandbox.message(anna, (m) => m.message_id === posted.message_id && m.text === "Pressed inline", "the edit by its inline name");
  });

  await test("draws coloured and disabled buttons", async () => {
    const markup = { inline_keyboard: [[{ text: "Go", callback_data: "go", style: "success" }, { text: "1/3", disabled: {} }]] };
    equal((await client.sendMessage(anna, "colours", { reply_markup: markup })).reply_markup, markup, "keyboard");
  });

  await test("stops polling and has everything acknowledged", async () => {
    await client.stopPolling();
    await sandbox.control("text", { chat_id: anna, text: "while stopped" });
    const updates = await client.getUpdates();
    equal(updates.map((u) => u.message?.text), ["while stopped"], "what is left");
    await client.getUpdates(updates[0].update_id + 1);
  });

  await test("hears when another poller takes its place", async () => {
    await client.startPolling();
    await eventually(() => sandbox.isPolling(), "the poll");
    const failure = client.fightsBack ? undefined : client.pollingFailure();
    const rival = fetch(`${sandbox.apiRoot}/bot${token}/getUpdates?timeout=30`).then((response) => response.json());
    if (client.fightsBack) {
      equal((await rival).error_code, 409, "what the rival hears");
      await client.stopPolling();
      return;
    }

    const problem = client.problem(await failure);
    equal(problem.code, 409, "error code");
    holds(problem.description.includes("terminated by other getUpdates request"), problem.description);
    await sandbox.control("text", { chat_id: anna, text: "for the rival" });
    const { result } = await rival;
    equal(result.map((update) => update.message.text), ["for the rival"], "what the rival gets");
    await client.getUpdates(result[0].update_id + 1);
  });

  await test("sends, edits and deletes; what makes no sense is refused", async () => {
    const sent = await client.sendMessage(anna, "<b>Жирный</b> & 😀 <i>x</i>", { parse_mode: "HTML" });
    equal(sent.text, "Жирный & 😀 x", "text");
    equal(sent.entities, [{ type: "bold", offset: 0, length: 6 }, { type: "italic", offset: 12, length: 1 }], "entities");
    const edited = await client.editText(anna, sent.message_id, "changed");
    equal(edited.text, "changed", "edited text");
    await refused(() => client.editText(anna, sent.message_id, "changed"), 400, "message is not modified");
    await refused(() => client.sendMessage(anna, "<b>x", { parse_mode: "HTML" }), 400, "can't parse entities: Can't find end tag");
    equal(await client.deleteMessage(anna, sent.message_id), true, "deleted");
    await refused(() => client.deleteMessage(anna, sent.message_id), 400, "message to delete not found");
    await refused(() => client.sendMessage(4711, "nobody"), 400, "chat not found");
  });

  await test("changes and removes a keyboard", async () => {
    const sent = await client.sendMessage(anna, "with keys", { reply_markup: keyboard });
    const other = { inline_keyboard: [[{ text: "Other", callback_data: "o" }]] };
    equal((await client.editMarkup(anna, sent.message_id, other)).reply_markup, other, "new keyboard");
    holds(!("reply_markup" in (await client.editMarkup(anna, sent.message_id))), "the keyboard should be gone");
  });

  await test("shows a reply keyboard", async () => {
    const sent = await client.sendMessage(anna, "choose", { reply_markup: { keyboard: [[{ text: "One" }, "Two"]], resize_keyboard: true } });
    holds(!("reply_markup" in sent), "a reply keyboard is not echoed");
    equal((await sandbox.chat(anna)).reply_keyboard.keyboard[0].length, 2, "keys");
  });

  let photoId;
  await test("uploads a photo and sends it again by its id", async () => {
    const sent = await client.sendPhoto(anna, client.file(png(1600, 800), "picture.png"), { caption: "Подпись" });
    const sizes = sent.photo.map((size) => [size.width, size.height]);
    equal(sizes, [[90, 45], [320, 160], [800, 400], [1280, 640], [1600, 800]], "sizes");
    equal(sent.caption, "Подпись", "caption");
    photoId = sent.photo.at(-1).file_id;
    holds(!photoId.includes("."), "a file_id has no dot");
    const again = await client.sendPhoto(anna, photoId);
    equal(again.photo.at(-1).file_unique_id, sent.photo.at(-1).file_unique_id, "the same photo");
    await refused(() => client.sendVideo(anna, photoId), 400, "can't use file of type Photo as Video");
    await refused(() => client.sendPhoto(anna, "nonsense"), 400, "wrong remote file identifier specified");
  });

  await test("uploads a document whose name has blanks and letters of any alphabet, and gets the bytes back", async () => {
    const content = Buffer.from("содержимое\r\n--not-a-boundary\r\n".repeat(1000));
    const { document } = await client.sendDocument(anna, client.file(content, fileName));
    equal(document.file_name, fileName, "file name");
    equal(document.file_size, content.length, "size");
    const link = await client.fileLink(document.file_id);
    const whole = await fetch(link);
    equal([whole.status, Buffer.compare(Buffer.from(await whole.arrayBuffer()), content)], [200, 0], "download");
    const part = await fetch(link, { headers: { range: "bytes=2-5" } });
    equal([part.status, Buffer.compare(Buffer.from(await part.arrayBuffer()), content.subarray(2, 6))], [206, 0], "part of it");
    equal((await fetch(link, { method: "HEAD" })).headers.get("content-length"), String(content.length), "HEAD");
    await refused(() => client.fileLink("nonsense"), 400, "invalid file_id");
  });

  await test("sends a photo by URL and hears when there is none", async () => {
    const web = await serve((request, response) => {
      if (request.url === "/moved.png") response.writeHead(302, { location: "/picture.png" }).end();
      else if (request.url === "/picture.png") response.writeHead(200, { "content-type": "image/png" }).end(png(300, 200));
      else if (request.url === "/page.html") response.writeHead(200, { "content-type": "text/html" }).end("<p>no picture");
      else response.writeHead(404).end();
    });
    try {
      equal((await client.sendPhoto(anna, `${web.url}/picture.png`)).photo.at(-1).width, 300, "width");
      equal((await client.sendPhoto(anna, `${web.url}/moved.png`)).photo.at(-1).height, 200, "height after a redirect");
      await refused(() => client.sendPhoto(anna, `${web.url}/none.png`), 400, "failed to get HTTP URL content");
      await refused(() => client.sendPhoto(anna, `${web.url}/page.html`), 400, "wrong type of the web page content");
      await refused(() => client.sendPhoto(anna, "http://media.example.com/a.png"), 400, "failed to get HTTP URL content");
    } finally {
      await web.close();
    }
  });

  await test("sends an album of uploads and known files", async () => {
    const album = await client.sendAlbum(anna, [
      { type: "photo", media: client.file(png(100, 100, 1), "а б.png"), caption: "one" },
      { type: "photo", media: photoId },
      { type: "photo", media: client.file(png(200, 100, 2), "c.png"), caption: "<b>three</b>", parse_mode: "HTML" },
    ]);
    equal(album.map((m) => m.caption ?? null), ["one", null, "three"], "captions");
    equal(new Set(album.map((m) => m.media_group_id)).size, 1, "one group");
    equal(typeof album[0].media_group_id, "string", "group id");
    equal(album[2].caption_entities[0].type, "bold", "caption's markup");
    equal(album[2].photo.at(-1).width, 200, "third picture");
  });

  await test("sends video, audio and voice with their lengths", async () => {
    const { video } = await client.sendVideo(anna, client.file(Buffer.from("video"), "клип 1.mp4"), { duration: 7, width: 320, height: 240 });
    equal([video.duration, video.width, video.height, video.file_name, video.mime_type], [7, 320, 240, "клип 1.mp4", "video/mp4"], "video");
    const { audio } = await client.sendAudio(anna, client.file(Buffer.from("audio"), "song.mp3"), { duration: 61, title: "Песня", performer: "A" });
    equal([audio.duration, audio.title, audio.performer, audio.mime_type], [61, "Песня", "A", "audio/mpeg"], "audio");
    const { voice } = await client.sendVoice(anna, client.file(Buffer.from("voice"), "v.ogg"), { duration: 3 });
    equal([voice.duration, voice.mime_type], [3, "audio/ogg"], "voice");
  });

  await test("puts another picture into a message", async () => {
    const sent = await client.sendPhoto(anna, photoId, { caption: "old" });
    const edited = await client.editMedia(anna, sent.message_id, { type: "photo", media: client.file(png(50, 60), "n ew.png"), caption: "new" });
    equal([edited.photo.at(-1).width, edited.caption], [50, "new"], "edited");
    equal((await client.editCaption(anna, sent.message_id, "newer")).caption, "newer", "caption");
  });

  await test("copies a message", async () => {
    const sent = await client.sendMessage(anna, "original");
    const copy = await client.copyMessage(anna, anna, sent.message_id);
    await sandbox.message(anna, (m) => m.message_id === copy.message_id && m.text === "original", "the copy");
  });

  await test("says what it is doing and what it can do", async () => {
    equal(await client.sendAction(anna, "upload_photo"), true, "action");
    equal((await sandbox.chat(anna)).action, "upload_photo", "shown action");
    equal(await client.setCommands([{ command: "start", description: "Начать" }]), true, "commands");
    equal((await sandbox.chat(anna)).commands, [{ command: "start", description: "Начать" }], "shown commands");
  });

  await test("hears about floods, blocks and broken gateways", async () => {
    await sandbox.control("fail", { method: "sendMessage", error_code: 429, parameters: { retry_after: 3 } });
    const flood = await refused(() => client.sendMessage(anna, "x"), 429, "Too Many Requests: retry after 3");
    equal(flood.retryAfter, 3, "retry_after");
    await sandbox.control("fail", { method: "sendMessage", when: "html" });
    await rejects(() => client.sendMessage(anna, "x"));
    await sandbox.control("fail", { method: "sendMessage", when: "drop_after" });
    await rejects(() => client.sendMessage(anna, "sent, but the answer got lost"));
    await sandbox.message(anna, (m) => m.text === "sent, but the answer got lost", "the message whose answer got lost");
    await sandbox.control("block", { chat_id: anna, blocked: true });
    await refused(() => client.sendMessage(anna, "x"), 403, "bot was blocked by the user");
    await sandbox.control("block", { chat_id: anna, blocked: false });
  });

  await test("takes updates by webhook, with the secret, and gives them back", async () => {
    await client.getUpdates(-1);
    const hook = await client.openWebhook("s3cret-token");
    try {
      await client.setWebhook(hook.url, "s3cret-token");
      equal((await client.webhookInfo()).url, hook.url, "url");
      await sandbox.control("text", { chat_id: anna, text: "by hook" });
      await sandbox.message(anna, (m) => m.text === "You said: by hook", "the answer by webhook");
      const asked = await client.sendMessage(anna, "press me", { reply_markup: keyboard });
      await sandbox.control("click", { chat_id: anna, message_id: asked.message_id, data: "hook" });
      await eventually(async () => (await sandbox.chat(anna)).presses.some((p) => p.data === "hook" && p.answered && p.text === "got hook"), "the answer to the press");
      await refused(() => client.getUpdates(), 409, "can't use getUpdates method while webhook is active");
    } finally {
      await client.deleteWebhook();
      await hook.close();
    }
    equal((await client.webhookInfo()).url, "", "url after deletion");
  });

  await client.close?.();
  process.exit(failed ? 1 : 0);
}

async function rejects(act) {
  try { await act(); } catch { return; }
  throw new Error("expected the call to fail");
}
