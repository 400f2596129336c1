import { el } from './dom.js';
import { icon } from './icons.js';
import { texts } from './texts.js';

const NEAR_PX = 48;

/** Keeps the end of the chat in view unless the reader has scrolled up; then what they read stays where it is. */
export class ScrollKeeper {
  button;
  #scroller;
  #list;
  #atEnd = true;
  #unread = 0;
  #count = el('span', { class: 'count', hidden: true });

  constructor(scroller, list) {
    this.#scroller = scroller;
    this.#list = list;
    this.button = el('button', {
      type: 'button',
      class: 'to-end',
      hidden: true,
      'aria-label': texts.newMessages,
      data: { testid: 'new-messages' },
      on: { click: () => this.toEnd('smooth') },
    }, this.#count, icon('down'));
    scroller.addEventListener('scroll', () => this.#noticePosition(), { passive: true });
    // Pictures that come in, a composer that grows and a keyboard of a phone all change the room.
    const observer = new ResizeObserver(() => { if (this.#atEnd) this.toEnd(); });
    observer.observe(list);
    observer.observe(scroller);
  }

  /** Draws with `draw`; `arrived` counts messages from the bot, `sent` tells that the person has just written. */
  around(draw, { arrived, sent }) {
    const anchor = this.#atEnd ? undefined : this.#firstVisible();
    draw();
    if (this.#atEnd || sent) return this.toEnd();
    if (anchor?.node.isConnected) this.#scroller.scrollTop += anchor.node.getBoundingClientRect().top - anchor.top;
    this.#unread += arrived;
    return this.#showButton();
  }

  toEnd(behavior = 'instant') {
    this.#scroller.scrollTo({ top: this.#scroller.scrollHeight, behavior });
  }

  #firstVisible() {
    const edge = this.#scroller.getBoundingClientRect().top;
    for (const node of this.#list.children) {
      const { top, bottom } = node.getBoundingClientRect();
      if (bottom > edge) return { node, top };
    }
    return undefined;
  }

  #noticePosition() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (this.#atEnd) this.#unread = 0;
    this.#showButton();
  }

  #showButton() {
    this.button.hidden = this.#atEnd;
    this.#count.hidden = this.#unread === 0;
    this.#count.textContent = this.#unread === 0 ? '' : String(this.#unread);
    this.button.setAttribute('aria-label', this.#unread === 0 ? texts.newMessages : texts.unread(this.#unread));
  }
}
