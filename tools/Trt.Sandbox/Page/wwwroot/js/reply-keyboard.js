import { sendText } from './acts.js';
import { el, Slot } from './dom.js';
import { texts } from './texts.js';
import { toast } from './toast.js';

/** The keyboard that a bot puts in place of the letters: a press sends the button's text. */
export class ReplyKeyboard {
  node = el('div', { class: 'reply-keyboard', hidden: true, data: { testid: 'reply-keyboard' } });
  #slot = new Slot(this.node);

  update({ reply_keyboard: markup }) {
    const rows = markup?.keyboard ?? [];
    this.node.hidden = rows.length === 0;
    this.#slot.show(JSON.stringify(rows), () => el('div', { class: 'keyboard-rows' }, rows.map(row =>
      el('div', { class: 'keyboard-row' }, row.map(button => this.#button(typeof button === 'string' ? { text: button } : button))))));
  }

  #button(button) {
    const isPlain = Object.keys(button).every(name => ['text', 'style', 'icon_custom_emoji_id'].includes(name));
    return el('button', {
      type: 'button',
      class: `reply-button ${button.style ?? ''}`.trim(),
      data: { testid: 'reply-button' },
      on: { click: () => (isPlain ? sendText(button.text) : toast(texts.notHere)) },
    }, button.text);
  }
}
