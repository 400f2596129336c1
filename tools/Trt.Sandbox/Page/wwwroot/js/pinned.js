import { summaryOf } from './content.js';
import { el } from './dom.js';
import { texts } from './texts.js';

/** The strip under the header with the pinned message, when there is one. */
export class PinnedBar {
  #title = el('b', {}, texts.pinned);
  #line = el('span', { dir: 'auto' });
  #id;
  node = el('button', { type: 'button', class: 'pinned', hidden: true, data: { testid: 'pinned' } }, this.#title, this.#line);

  constructor(onJump) {
    this.node.addEventListener('click', () => onJump(this.#id));
  }

  update({ pinned_message_id: id, messages }) {
    const message = messages.find(one => one.message_id === id);
    this.#id = id;
    this.node.hidden = !message;
    if (message) this.#line.textContent = summaryOf(message);
  }
}
