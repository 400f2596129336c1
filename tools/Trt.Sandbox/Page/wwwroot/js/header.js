import { el } from './dom.js';
import { texts } from './texts.js';

/** An action of the bot is shown this long, as in the messenger. */
const ACTION_MS = 5500;

/** The bot's name and what it is doing. */
export class Header {
  node;
  #avatar = el('div', { class: 'avatar', 'aria-hidden': 'true' });
  #name = el('h1', { class: 'bot-name', dir: 'auto', data: { testid: 'bot-name' } });
  #status = el('div', { class: 'bot-status', role: 'status', data: { testid: 'bot-status' } }, texts.connecting);
  #timer;

  constructor(menuButton) {
    this.node = el('header', { class: 'header' }, this.#avatar, el('div', { class: 'bot' }, this.#name, this.#status), menuButton);
  }

  update({ bot, action }) {
    const name = bot?.first_name ?? bot?.username ?? 'TRT';
    if (this.#name.textContent !== name) {
      this.#name.textContent = name;
      this.#avatar.textContent = [...name][0];
      document.title = name;
    }
    this.#showAction(typeof action === 'string' ? action : action?.action);
  }

  showConnecting() {
    this.#showAction(undefined);
    this.#status.textContent = texts.connecting;
  }

  #showAction(action) {
    clearTimeout(this.#timer);
    this.#status.classList.toggle('acting', Boolean(action));
    this.#status.replaceChildren(action ? texts.action[action] ?? texts.action.typing : texts.bot);
    if (!action) return;
    this.#status.append(el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')));
    this.#timer = setTimeout(() => this.#showAction(undefined), ACTION_MS);
  }
}
