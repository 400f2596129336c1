import { el } from './dom.js';
import { DateView } from './dates.js';
import { MessageView } from './message.js';
import { isService, ServiceView } from './service.js';
import { texts } from './texts.js';
import { dayKey } from './time.js';

/** Messages of one sender closer than this stand together, with one tail. */
const RUN_SECONDS = 600;

/** The list of messages, changed in place: what stays the same is never touched. */
export class History {
  node = el('div', { class: 'messages', role: 'log', 'aria-label': texts.conversation, 'aria-live': 'polite', data: { testid: 'history' } });
  #views = new Map();
  #presses;
  #acts;

  constructor(presses, acts) {
    this.#presses = presses;
    this.#acts = { ...acts, jumpTo: id => this.jumpTo(id) };
  }

  render(chat) {
    const blocks = blocksOf([...chat.messages, ...draftOf(chat)]);
    const kept = new Set(blocks.map(block => block.key));
    for (const [key, view] of this.#views) {
      if (kept.has(key)) continue;
      view.node.remove();
      this.#views.delete(key);
    }

    let next = this.node.firstElementChild;
    for (const block of blocks) {
      const view = this.#views.get(block.key) ?? this.#create(block);
      view.update(block, chat);
      if (view.node === next) next = next.nextElementSibling;
      else this.node.insertBefore(view.node, next);
    }
  }

  #create(block) {
    const view = block.type === 'date' ? new DateView()
      : block.type === 'service' ? new ServiceView()
      : new MessageView(this.#presses, this.#acts);
    this.#views.set(block.key, view);
    return view;
  }

  jumpTo(messageId) {
    for (const [key, view] of this.#views) {
      if (key === `message:${messageId}` || view.node.dataset.messageIds?.split(' ').includes(String(messageId))) return view.flash();
    }
    return undefined;
  }
}

/** A text that the bot is still writing stands where its message will. */
function draftOf({ draft, bot }) {
  return draft?.text ? [{ draft: true, message_id: `draft-${draft.draft_id}`, date: Math.floor(Date.now() / 1000), from: bot, text: draft.text, entities: draft.entities }] : [];
}

/** Messages in the order of the chat as what is drawn: days, service lines, bubbles (an album is one). */
function blocksOf(messages) {
  const blocks = [];
  for (const message of messages) {
    const previous = blocks.at(-1);
    if (previous?.messages && message.media_group_id && previous.messages[0].media_group_id === message.media_group_id) {
      previous.messages.push(message);
      continue;
    }
    const day = dayKey(message.date);
    if (!previous || previous.day !== day) blocks.push({ type: 'date', key: `date:${day}`, day, date: message.date });
    blocks.push({
      type: isService(message) ? 'service' : 'message',
      key: message.media_group_id ? `album:${message.media_group_id}` : `message:${message.message_id}`,
      day,
      messages: [message],
    });
  }
  for (const [index, block] of blocks.entries()) {
    block.first = !continues(blocks[index - 1], block);
    block.last = !continues(block, blocks[index + 1]);
  }
  return blocks;
}

function continues(above, below) {
  if (above?.type !== 'message' || below?.type !== 'message') return false;
  const [a, b] = [above.messages[0], below.messages[0]];
  return Boolean(a.outgoing) === Boolean(b.outgoing) && a.from?.id === b.from?.id && b.date - a.date < RUN_SECONDS && !a.reply_markup;
}
