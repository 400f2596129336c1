import { el } from './dom.js';
import { dayName } from './time.js';

/** The day that stands above its first message. */
export class DateView {
  node = el('div', { class: 'date', role: 'separator', data: { testid: 'date' } });

  update({ date }) {
    const name = dayName(date);
    if (this.node.textContent !== name) this.node.replaceChildren(el('span', {}, name));
  }
}
