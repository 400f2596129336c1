import { copy, openLink } from './acts.js';
import { el, Slot } from './dom.js';
import { icon } from './icons.js';
import { texts } from './texts.js';
import { toast } from './toast.js';

const CORNERS = [['url', 'link'], ['login_url', 'link'], ['web_app', 'link'], ['copy_text', 'copy'], ['pay', 'card']];

/** The inline keyboard under a message. */
export class InlineKeyboard {
  node = el('div', { class: 'keyboard', data: { testid: 'keyboard' } });
  #slot = new Slot(this.node);
  #buttons = [];
  #presses;

  constructor(presses) {
    this.#presses = presses;
  }

  update(message, rows, acts) {
    const focused = this.#buttons.findIndex(({ node }) => node === document.activeElement);
    const rebuilt = this.#slot.show(JSON.stringify([message.message_id, rows]), () => this.#build(message, rows, acts));
    // An edit replaces the buttons; a person on the keyboard keeps their place.
    if (rebuilt && focused >= 0) this.#buttons[Math.min(focused, this.#buttons.length - 1)]?.node.focus({ preventScroll: true });
    this.#showWaiting(message);
  }

  #build(message, rows, acts) {
    this.#buttons = [];
    return el('div', { class: 'keyboard-rows' }, rows.map(row => el('div', { class: 'keyboard-row' }, row.map(button => {
      const node = this.#button(message, button, acts);
      this.#buttons.push({ node, button });
      return node;
    }))));
  }

  #button(message, button, acts) {
    if (button.disabled) return this.#closed(button);
    const corner = CORNERS.find(([field]) => button[field])?.[1];
    return el('button', {
      type: 'button',
      class: `keyboard-button ${button.style ?? ''}`.trim(),
      data: { testid: 'keyboard-button', callback: button.callback_data },
      on: { click: () => this.#press(message, button, acts) },
    }, el('span', { class: 'label', dir: 'auto' }, button.text), corner && icon(corner), el('span', { class: 'spinner', 'aria-hidden': 'true' }));
  }

  /** It can be seen and not pressed; why is for the bot to say in words. */
  #closed(button) {
    return el('button', { type: 'button', class: 'keyboard-button disabled', 'aria-disabled': 'true', data: { testid: 'keyboard-button' } },
      el('span', { class: 'label', dir: 'auto' }, button.text));
  }

  #press(message, button, acts) {
    if (button.callback_data !== undefined) return this.#presses.press(message.message_id, button.callback_data);
    if (button.url) return openLink(button.url, acts.bot());
    if (button.copy_text) return copy(button.copy_text.text);
    if (button.pay) return acts.pay(message);
    if (button.switch_inline_query_current_chat !== undefined) return acts.askHere(button.switch_inline_query_current_chat);
    const elsewhere = button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query;
    if (elsewhere !== undefined) return acts.askElsewhere(elsewhere);
    return toast(texts.notHere);
  }

  #showWaiting(message) {
    for (const { node, button } of this.#buttons) {
      const waiting = button.callback_data !== undefined && this.#presses.isWaiting(message.message_id, button.callback_data);
      node.classList.toggle('waiting', waiting);
      node.setAttribute('aria-busy', String(waiting));
    }
  }
}
