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

  #rest = texts.bot;

  constructor(menuButton, onChats) {
    this.node = el('header', { class: 'header' }, el('button', {
      type: 'button', class: 'header-chats', 'aria-label': texts.chats, data: { testid: 'open-chats' }, on: { click: onChats },
    }, this.#avatar, el('div', { class: 'bot' }, this.#name, this.#status)), menuButton);
  }

  update({ bot, group, action }) {
    const name = group?.title ?? bot?.first_name ?? bot?.username ?? 'TRT';
    this.#rest = group ? texts.members(group.members.length) : texts.bot;
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
    this.#status.replaceChildren(action ? texts.action[action] ?? texts.action.typing : this.#rest);
    if (!action) return;
    this.#status.append(el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')));
    this.#timer = setTimeout(() => this.#showAction(undefined), ACTION_MS);
  }
}
