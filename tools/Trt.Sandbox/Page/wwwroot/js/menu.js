import { control } from './api.js';
import { attempt } from './acts.js';
import { ask } from './dialog.js';
import { el } from './dom.js';
import { openFaults } from './faults.js';
import { icon } from './icons.js';
import { here } from './person.js';
import { openPersonSheet } from './person-sheet.js';
import { texts } from './texts.js';
import { toast } from './toast.js';

const MINUTE = 60_000;
const SKIPS = [[texts.skipMinute, MINUTE], [texts.skipHour, 60 * MINUTE], [texts.skipDay, 24 * 60 * MINUTE]];

/** The ⋮ menu of the chat: who I am, the block, faults, the clock, a fresh start. */
export class ChatMenu {
  button;
  node;
  #block;
  #group;
  #blocked = false;

  constructor() {
    this.button = el('button', {
      type: 'button', class: 'icon-button', 'aria-label': texts.settings, 'aria-haspopup': 'menu', popovertarget: 'chat-menu', data: { testid: 'menu' },
    }, icon('more'));
    this.#group = [
      item('person', texts.letBotIn, 'menu-let-in', () => attempt(() => control.letIn(here.chat, 'member'))),
      item('block', texts.shutBotOut, 'menu-shut-out', () => attempt(() => control.letIn(here.chat, 'kicked'))),
      item('storm', texts.makeSupergroup, 'menu-migrate', () => attempt(() => control.migrate())),
    ];
    this.#block = item('block', texts.block, 'menu-block', () => this.#toggleBlock());
    this.node = el('div', { id: 'chat-menu', class: 'menu', role: 'menu', popover: 'auto', 'aria-label': texts.settings, on: { keydown: event => this.#onKey(event), toggle: event => this.#onToggle(event) } },
      item('person', texts.personItem, 'menu-person', openPersonSheet),
      this.#block,
      ...this.#group,
      item('storm', texts.faultsItem, 'menu-faults', openFaults),
      el('div', { class: 'menu-skip', role: 'group', 'aria-label': texts.skipTitle }, icon('clock'), el('span', {}, texts.skipTitle),
        el('div', { class: 'chips' }, SKIPS.map(([name, milliseconds]) => el('button', {
          type: 'button', role: 'menuitem', class: 'chip', 'aria-label': texts.skippedLabel(name), data: { testid: `skip-${milliseconds / MINUTE}` }, on: { click: () => skip(name, milliseconds) },
        }, name)))),
      el('hr'),
      item('trash', texts.reset, 'menu-reset', reset, 'danger'));
    this.node.addEventListener('click', event => { if (event.target.closest('.menu-item')) this.node.hidePopover(); });
  }

  update({ blocked, group }) {
    this.#block.hidden = Boolean(group);
    const [letIn, shutOut, migrate] = this.#group;
    const isIn = ['member', 'administrator', 'restricted'].includes(group?.bot_status);
    letIn.hidden = !group || isIn;
    shutOut.hidden = !group || !isIn;
    migrate.hidden = group?.type !== 'group';
    if (blocked === this.#blocked) return;
    this.#blocked = blocked;
    this.#block.lastChild.textContent = blocked ? texts.unblock : texts.block;
  }

  async #toggleBlock() {
    const block = !this.#blocked;
    if (await attempt(() => control.block(block)) && block) toast(texts.blockedNow);
  }

  #onToggle(event) {
    if (event.newState === 'open') this.#items()[0].focus();
  }

  #onKey(event) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const items = this.#items();
    items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
  }

  #items() {
    return [...this.node.querySelectorAll('[role="menuitem"]:not([hidden])')];
  }
}

function item(symbol, label, testid, act, look = '') {
  return el('button', { type: 'button', role: 'menuitem', class: `menu-item ${look}`.trim(), data: { testid }, on: { click: act } }, icon(symbol), el('span', {}, label));
}

async function skip(name, milliseconds) {
  if (await attempt(() => control.advance(milliseconds))) toast(texts.skipped(name));
}

async function reset() {
  const sure = await ask({
    title: texts.reset,
    body: el('p', { class: 'dialog-text' }, texts.resetAsk),
    actions: [{ label: texts.cancel }, { label: texts.reset, value: true, danger: true, testid: 'reset-confirm' }],
    testid: 'reset-dialog',
  });
  if (sure && await attempt(() => control.reset())) toast(texts.wasReset);
}
