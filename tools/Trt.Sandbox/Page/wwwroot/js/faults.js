import { control } from './api.js';
import { attempt } from './acts.js';
import { sheet } from './dialog.js';
import { el } from './dom.js';
import { texts } from './texts.js';

/** The most telling settings of the provider's fault dial. Two of one part exclude each other: the dial holds one fault per part. */
const FAULTS = [
  { name: 'failing', part: 'task', setting: { failCode: '500', failMsg: 'Internal server error' } },
  { name: 'noCredits', part: 'create', setting: { code: 402, msg: 'Insufficient credits' } },
  { name: 'cutAnswer', part: 'create', setting: { drop_after: true } },
  { name: 'lostCallback', part: 'callback', setting: { lost: true } },
  { name: 'duplicateCallback', part: 'callback', setting: { duplicate: 2 } },
  { name: 'slow', part: 'duration_ms', setting: 90_000 },
  { name: 'expiredLinks', part: 'result', setting: { expired: true } },
];

/** A sheet of switches over the provider's fault dial. */
export async function openFaults() {
  let dial = {};
  const take = next => {
    dial = next;
    for (const { fault, input } of switches) input.checked = isSet(dial, fault);
    clear.disabled = Object.keys(dial).length === 0;
  };
  const switches = FAULTS.map(fault => ({
    fault,
    input: el('input', { type: 'checkbox', role: 'switch', class: 'switch', data: { testid: `fault-${fault.name}` }, on: { change: event => turn(fault, event.target.checked) } }),
  }));
  const clear = el('button', { type: 'button', class: 'text-button left', data: { testid: 'faults-clear' }, on: { click: () => set({}) } }, texts.faultsClear);
  const dialog = sheet({
    title: texts.faultsTitle,
    testid: 'faults-sheet',
    body: el('div', {},
      el('p', { class: 'dialog-text' }, texts.faultsHint),
      el('div', { class: 'switches' }, switches.map(({ fault, input }) => {
        const [title, hint] = texts.faults[fault.name];
        return el('label', { class: 'switch-row' }, el('span', {}, el('b', {}, title), el('small', {}, hint)), input);
      })),
      el('div', { class: 'dialog-actions' }, clear,
        el('button', { type: 'button', class: 'text-button primary', on: { click: () => dialog.close() } }, texts.done))),
  });
  if (await attempt(async () => take(await control.dial()))) dialog.showModal();
  else dialog.remove();

  function turn(fault, on) {
    const { [fault.part]: _, ...others } = dial;
    set(on ? { ...others, [fault.part]: fault.setting } : others);
  }

  async function set(wanted) {
    if (!await attempt(async () => take(await control.setDial(wanted)))) take(dial);
  }
}

function isSet(dial, { part, setting }) {
  const value = dial[part];
  if (typeof setting !== 'object') return value === setting;
  return value !== undefined && Object.entries(setting).every(([name, wanted]) => value[name] === wanted);
}
