import { control, ControlError } from './api.js';
import { sheet } from './dialog.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { person } from './person.js';
import { texts } from './texts.js';

/** Currencies whose smallest unit is not a hundredth. */
const DECIMALS = { XTR: 0, JPY: 0, KRW: 0, VND: 0, CLP: 0, ISK: 0, UGX: 0, BHD: 3, JOD: 3, KWD: 3, OMR: 3, TND: 3 };

export function price(currency, totalAmount) {
  const decimals = DECIMALS[currency] ?? 2;
  const amount = totalAmount / 10 ** decimals;
  if (currency === 'XTR') return `⭐ ${amount.toLocaleString(person.language)}`;
  return amount.toLocaleString(person.language, { style: 'currency', currency, minimumFractionDigits: Number.isInteger(amount) ? 0 : decimals });
}

/** The card of an invoice; a bot that brings no pay button of its own gets one here, as in the messenger. */
export function invoice(message, { paid, onPay }) {
  const { title, description, currency, total_amount: total } = message.invoice;
  const hasPayButton = message.reply_markup?.inline_keyboard?.flat().some(button => button.pay);
  return el('div', { class: 'invoice', data: { testid: 'invoice', paid: String(paid) } },
    el('b', { class: 'invoice-title', dir: 'auto' }, title),
    el('p', { class: 'invoice-text', dir: 'auto' }, description),
    el('div', { class: 'invoice-total' },
      el('span', { class: 'invoice-price' }, price(currency, total)),
      paid && el('span', { class: 'invoice-paid', data: { testid: 'invoice-paid' } }, icon('check'), texts.paid)),
    !hasPayButton && !paid && el('button', { type: 'button', class: 'wide-button', data: { testid: 'pay' }, on: { click: onPay } }, texts.pay(price(currency, total))));
}

/** Asks once more, pays, and stays open with the reason when the bot declines. */
export function openPaySheet(message) {
  const { title, currency, total_amount: total } = message.invoice;
  const amount = price(currency, total);
  const problem = el('p', { class: 'problem', role: 'alert', hidden: true, data: { testid: 'pay-problem' } });
  const confirm = el('button', { type: 'button', class: 'wide-button', autofocus: true, data: { testid: 'pay-confirm' }, on: { click: pay } }, texts.pay(amount));
  const dialog = sheet({
    title: texts.confirmPay,
    testid: 'pay-sheet',
    className: 'bottom',
    body: el('div', { class: 'pay-body' },
      el('div', { class: 'pay-sum' }, amount),
      el('p', { class: 'dialog-text' }, texts.confirmPayText(title, amount)),
      problem,
      confirm,
      el('button', { type: 'button', class: 'wide-button quiet', on: { click: () => dialog.close() } }, texts.cancel)),
  });
  dialog.showModal();

  async function pay() {
    confirm.disabled = true;
    confirm.textContent = texts.paying;
    problem.hidden = true;
    try {
      const refusal = refusalOf(await control.pay(message.message_id));
      if (refusal === undefined) {
        dialog.close();
        return;
      }
      show(refusal);
    } catch (error) {
      if (!(error instanceof ControlError)) throw error;
      show(texts.failed(error.message));
    }
    confirm.disabled = false;
    confirm.textContent = texts.pay(amount);
  }

  function show(reason) {
    problem.textContent = reason;
    problem.hidden = false;
  }
}

function refusalOf(answer) {
  if (answer.ok !== false) return undefined;
  return answer.error_message ? texts.payRefused(answer.error_message) : texts.payNotConfirmed;
}
