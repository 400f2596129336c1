import { el } from './dom.js';
import { icon } from './icons.js';
import { texts } from './texts.js';

/** The bot's commands: all of them from the button, the fitting ones while a "/…" is typed. */
export class CommandList {
  list = el('div', { class: 'commands', role: 'listbox', id: 'commands', 'aria-label': texts.commandsLabel, hidden: true, data: { testid: 'commands' } });
  button;
  #input;
  #onPick;
  #commands = [];
  #key = '[]';
  #options = [];
  #active = -1;

  constructor({ input, onPick }) {
    this.#input = input;
    this.#onPick = onPick;
    this.button = el('button', {
      type: 'button',
      class: 'commands-button',
      hidden: true,
      'aria-label': texts.commandsLabel,
      'aria-controls': 'commands',
      'aria-expanded': 'false',
      data: { testid: 'commands-button' },
      on: { click: () => (this.list.hidden ? this.#open(this.#commands) : this.close()) },
    }, icon('menu'), el('span', {}, texts.commands));
    input.setAttribute('aria-controls', 'commands');
    document.addEventListener('pointerdown', event => {
      if (!this.list.contains(event.target) && !this.button.contains(event.target) && event.target !== input) this.close();
    });
  }

  update(commands) {
    const key = JSON.stringify(commands);
    if (key === this.#key) return;
    this.#key = key;
    this.#commands = commands;
    this.button.hidden = commands.length === 0;
    this.match(this.#input.value);
  }

  match(typed) {
    const [, start] = /^\/(\w*)$/.exec(typed) ?? [];
    const fitting = start === undefined ? [] : this.#commands.filter(({ command }) => command.startsWith(start.toLowerCase()));
    if (fitting.length > 0) this.#open(fitting);
    else this.close();
  }

  close() {
    this.list.hidden = true;
    this.#active = -1;
    this.button.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  /** Returns whether the key was meant for the list. */
  onKey(event) {
    if (this.list.hidden) return false;
    switch (event.key) {
      case 'ArrowDown': this.#mark(this.#active + 1); break;
      case 'ArrowUp': this.#mark(this.#active - 1); break;
      case 'Escape': this.close(); break;
      case 'Tab': case 'Enter':
        if (this.#active < 0) return false;
        this.#onPick(this.#options[this.#active].dataset.command);
        break;
      default: return false;
    }
    event.preventDefault();
    return true;
  }

  #open(commands) {
    this.#options = commands.map(({ command, description }, index) => el('div', {
      role: 'option',
      id: `command-${index}`,
      class: 'command',
      'aria-selected': 'false',
      data: { command, testid: 'command' },
      on: { click: () => this.#onPick(command) },
    }, el('b', {}, `/${command}`), el('span', { dir: 'auto' }, description)));
    this.list.replaceChildren(...this.#options);
    this.list.hidden = false;
    this.#active = -1;
    this.button.setAttribute('aria-expanded', 'true');
    // The arrows work at once, whichever way the list was opened.
    if (document.activeElement === this.button) this.#input.focus();
  }

  #mark(index) {
    const count = this.#options.length;
    this.#active = (index + count) % count;
    this.#options.forEach((option, position) => option.setAttribute('aria-selected', String(position === this.#active)));
    const option = this.#options[this.#active];
    option.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', option.id);
  }
}
