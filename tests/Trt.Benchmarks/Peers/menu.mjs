// What every peer is given, and the menu that it shows: text and buttons like the shop's.
export const [port, secret, apiRoot, showsMenu] = process.argv.slice(2);

export const token = "1000000001:AAbenchmarks-benchmarks-benchmarks-b";

export const bot = { id: 1000000001, is_bot: true, first_name: "Bench", username: "bench_bot", can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false };

export const path = "/telegram/webhook";

export const menu = (name) => `<b>Что создаём, ${name}?</b>\n\nВыберите, что сделать. Цена видна до подтверждения, оплата только за результат.`;

export const buttons = {
  inline_keyboard: [
    [{ text: "🎨 Картинка", callback_data: "cat:image" }, { text: "🎬 Видео", callback_data: "cat:video" }],
    [{ text: "✨ Улучшить", callback_data: "cat:enhance" }, { text: "🎵 Музыка", callback_data: "cat:music" }],
    [{ text: "🎙 Голос", callback_data: "cat:audio" }, { text: "🆓 Бесплатно", callback_data: "free_tools" }],
    [{ text: "📂 Моё", callback_data: "mine" }, { text: "❓ Помощь", callback_data: "help_menu" }],
  ],
};
