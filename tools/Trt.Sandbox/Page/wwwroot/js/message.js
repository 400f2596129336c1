import { album } from './album.js';
import { copy, openLink, sendText } from './acts.js';
import { entitiesOf, kindName, kindOf, summaryOf, textOf } from './content.js';
import { el, Slot } from './dom.js';
import { formatted } from './entities.js';
import { ticks } from './icons.js';
import { InlineKeyboard } from './keyboard.js';
import { media } from './media.js';
import { invoice, settledState } from './payments.js';
import { person } from './person.js';
import { texts } from './texts.js';
import { fullTime, isoTime, timeOfDay } from './time.js';

/** One bubble: a message, or an album of several. Each part is redrawn only when what it shows has changed. */
export class MessageView {
  #bubble = el('div', { class: 'bubble', data: { testid: 'bubble' } });
  #stack = el('div', { class: 'stack' }, this.#bubble);
  node = el('div', { class: 'row', role: 'article', tabindex: '-1' }, this.#stack);
  #author = this.#part('author-part');
  #reply = this.#part('reply-part');
  #media = this.#part('media-part');
  #text = this.#part('text-part');
  #reactions = this.#part('reaction-part');
  #effect = this.#part('effect-part');
  #keyboard;
  #acts;

  constructor(presses, acts) {
    this.#acts = acts;
    this.#keyboard = new InlineKeyboard(presses);
  }

  update({ messages, first, last }, chat) {
    const [message] = messages;
    // In an album the caption is that of the one message which has it, as in the messenger.
    const captions = messages.filter(one => textOf(one) !== '');
    const spoken = messages.length === 1 || captions.length === 1 ? captions[0] ?? message : message;
    const kind = kindOf(message);
    const text = textOf(spoken);
    const settled = settledState(message, chat.payments);

    this.#describe(message, messages, { first, last, kind, text });
    this.#author.show(JSON.stringify([first, authorKey(message, chat)]), () => authorOf(message, chat, first));
    this.#reply.show(JSON.stringify(message.reply_to_message ?? message.quote ?? null), () => this.#quoted(message, chat.bot));
    this.#media.show(mediaKey(kind, messages, settled), () => this.#mediaOf(kind, messages, settled));
    this.#text.show(JSON.stringify([text, entitiesOf(spoken), message.date, isMarkedEdited(message), kind]), () => this.#textOf(spoken, message, kind));
    this.#reactions.show(JSON.stringify(message.reaction ?? null), () => reactions(message.reaction));
    this.#effect.show(String(message.effect_id ?? ''), () => effectOf(message));
    this.#showKeyboard(message, settled);
  }

  /** Draws the eye to this message after a jump to it. */
  flash() {
    this.node.scrollIntoView({ block: 'center', behavior: 'smooth' });
    this.node.classList.remove('flash');
    void this.node.offsetWidth;
    this.node.classList.add('flash');
  }

  #part(name) {
    const host = el('div', { class: name });
    this.#bubble.append(host);
    return new Slot(host);
  }

  #describe(message, messages, { first, last, kind, text }) {
    const side = message.outgoing ? 'out' : 'in';
    const looks = ['row', side, first && 'first', last && 'last', kind && `with-${kind}`, kind && isVisual(kind) && 'visual', !text && 'bare',
      message.show_caption_above_media && 'caption-above', message.draft && 'draft'];
    this.node.className = looks.filter(Boolean).join(' ');
    Object.assign(this.node.dataset, {
      testid: 'message',
      messageId: message.message_id,
      messageIds: messages.map(one => one.message_id).join(' '),
      outgoing: String(Boolean(message.outgoing)),
      kind: kind ?? 'text',
    });
    this.node.setAttribute('aria-label', [
      message.outgoing ? texts.you : message.from?.first_name ?? texts.bot, kindName(message), timeOfDay(message.date),
    ].filter(Boolean).join(', '));
  }

  #quoted(message, bot) {
    const target = message.reply_to_message;
    if (!target && !message.quote) return null;
    const name = target?.from?.is_bot ? bot.first_name : target?.from && target.from.id !== person.id ? target.from.first_name : texts.you;
    return el('button', {
      type: 'button',
      class: 'quote',
      data: { testid: 'quote' },
      on: { click: () => target && this.#acts.jumpTo(target.message_id) },
    }, el('b', { dir: 'auto' }, name), el('span', { dir: 'auto' }, message.quote?.text ?? summaryOf(target)));
  }

  #mediaOf(kind, messages, settled) {
    const [message] = messages;
    if (messages.length > 1) return album(messages);
    if (kind === 'invoice') return invoice(message, { settled, onPay: () => this.#acts.pay(message) });
    if (kind) return media(kind, message);
    return textOf(message) ? null : el('div', { class: 'note' }, el('i', {}, texts.unsupported));
  }

  #textOf(spoken, message, kind) {
    const text = textOf(spoken);
    const meta = el('span', { class: 'meta' },
      isMarkedEdited(message) && el('span', { class: 'edited' }, texts.edited),
      el('time', { datetime: isoTime(message.date), title: fullTime(message.date) }, timeOfDay(message.date)),
      message.outgoing && ticks());
    if (!text) return el('div', { class: 'meta-line' }, meta);
    const acts = { link: url => openLink(url, this.#acts.bot()), command: sendText, copy };
    const large = !kind && entitiesOf(spoken).length === 0 && isFewEmoji(text);
    return el('div', { class: large ? 'text few-emoji' : 'text', dir: 'auto', data: { testid: 'text' } }, formatted(text, entitiesOf(spoken), acts), meta);
  }

  #showKeyboard(message, settled) {
    const rows = (message.reply_markup?.inline_keyboard ?? []).map(row => row.map(button => (settled && button.pay ? { ...button, text: texts.receipt } : button)));
    if (rows.length === 0) {
      this.#keyboard.node.remove();
      return;
    }
    this.#keyboard.update(message, rows, this.#acts);
    if (this.#keyboard.node.parentNode !== this.#stack) this.#stack.append(this.#keyboard.node);
  }
}

const EFFECTS = { '5104841245755180586': '🔥', '5107584321108051014': '👍', '5159385139981059251': '❤️', '5046509860389126442': '🎉', '5104858069142078462': '👎', '5046589136895476101': '💩' };
const FRESH_S = 10;

function effectOf({ effect_id: effect, date }) {
  if (!effect) return null;
  const fresh = Date.now() / 1000 - date < FRESH_S;
  return el('span', { class: fresh ? 'effect fresh' : 'effect', 'aria-hidden': 'true', data: { testid: 'effect' } }, EFFECTS[effect] ?? '✨');
}

const authorKey = (message, { group }) => [Boolean(group), message.from?.id, message.sender_chat?.title, message.via_bot?.username];

/** In a group everybody but the reader has a name, each in a colour of their own; what was posted from a bot's list says so. */
function authorOf(message, { group, bot }, first) {
  const named = group && !message.outgoing && first;
  if (!named && !message.via_bot) return null;
  const name = message.sender_chat?.title ?? (message.from?.is_bot && message.from.id === bot.id ? bot.first_name : message.from?.first_name ?? '');
  const hue = Math.abs(message.sender_chat?.id ?? message.from?.id ?? 0) * 47 % 360;
  const node = el('span', { class: 'author', dir: 'auto', data: { testid: 'author' } }, named ? name : '', message.via_bot && el('span', { class: 'via' }, `${named ? ' ' : ''}via @${message.via_bot.username}`));
  node.style.setProperty('--author', `oklch(58% .15 ${hue})`);
  return node;
}

const reactions = list => list && el('div', { class: 'reactions', data: { testid: 'reactions' } }, list.map(({ emoji }) => el('span', {}, emoji ?? '⭐')));

const isVisual = kind => ['photo', 'video', 'animation', 'video_note'].includes(kind);

/** What bots edit carries no mark in the messenger; only what a person edits does. */
const isMarkedEdited = message => Boolean(message.outgoing && message.edit_date);

const isFewEmoji = text => /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*){1,3}$/u.test(text);

function mediaKey(kind, messages, settled) {
  if (!kind) return textOf(messages[0]) ? '' : 'unsupported';
  return JSON.stringify([settled, ...messages.map(one => [one.message_id, one[kindOf(one)], one.has_media_spoiler])]);
}
