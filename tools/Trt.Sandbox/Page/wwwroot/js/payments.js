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

/** How far the payment of an invoice has come: 'paid', 'refunded' or undefined. */
export const settledState = (message, payments) =>
  payments.findLast(payment => payment.message_id === message.message_id && ['paid', 'refunded'].includes(payment.state))?.state;

/** The card of an invoice; a bot that brings no pay button of its own gets one here, as in the messenger. */
export function invoice(message, { settled, onPay }) {
  const { title, description, currency, total_amount: total } = message.invoice;
  const hasPayButton = message.reply_markup?.inline_keyboard?.flat().some(button => button.pay);
  return el('div', { class: 'invoice', data: { testid: 'invoice' } },
    el('b', { class: 'invoice-title', dir: 'auto' }, title),
    el('p', { class: 'invoice-text', dir: 'auto' }, description),
    el('div', { class: 'invoice-total' },
      el('span', { class: 'invoice-price' }, price(currency, total)),
      settled && el('span', { class: `invoice-settled ${settled}`, data: { testid: `invoice-${settled}` } }, settled === 'paid' && icon('check'), texts[settled])),
    !hasPayButton && !settled && el('button', { type: 'button', class: 'wide-button', data: { testid: 'pay' }, on: { click: onPay } }, texts.pay(price(currency, total))));
}

/** Confirms, pays, and waits for the bot's word: it closes when paid and says why when not. */
export class PaySheet {
  #message;
  #amount;
  #dialog;
  #payment;
  #known = [];
  #problem = el('p', { class: 'problem', role: 'alert', hidden: true, data: { testid: 'pay-problem' } });
  #confirm;

  constructor(message) {
    const { title, currency, total_amount: total } = message.invoice;
    this.#message = message;
    this.#amount = price(currency, total);
    this.#confirm = el('button', { type: 'button', class: 'wide-button', autofocus: true, data: { testid: 'pay-confirm' }, on: { click: () => this.#pay() } }, texts.pay(this.#amount));
    this.#dialog = sheet({
      title: texts.confirmPay,
      testid: 'pay-sheet',
      className: 'bottom',
      body: el('div', { class: 'pay-body' },
        el('div', { class: 'pay-sum' }, this.#amount),
        el('p', { class: 'dialog-text' }, texts.confirmPayText(title, this.#amount)),
        this.#problem,
        this.#confirm,
        el('button', { type: 'button', class: 'wide-button quiet', on: { click: () => this.#dialog.close() } }, texts.cancel)),
    });
    this.#dialog.showModal();
  }

  /** Looks for the outcome in what the chat now lists. */
  update(payments) {
    this.#known = payments;
    const payment = payments.find(one => one.id === this.#payment);
    switch (payment?.state) {
      case 'paid': return this.#dialog.close();
      case 'declined': return this.#refuse(payment.error_message ? texts.payRefused(payment.error_message) : texts.payDeclined);
      case 'expired': return this.#refuse(texts.payNotConfirmed);
      default: return undefined;
    }
  }

  async #pay() {
    this.#confirm.disabled = true;
    this.#confirm.textContent = texts.paying;
    this.#problem.hidden = true;
    try {
      this.#payment = (await control.pay(this.#message.message_id)).id;
      // A quick bot has answered before we knew which payment is ours.
      this.update(this.#known);
    } catch (error) {
      if (!(error instanceof ControlError)) throw error;
      this.#refuse(texts.failed(error.message));
    }
  }

  #refuse(reason) {
    this.#payment = undefined;
    this.#problem.textContent = reason;
    this.#problem.hidden = false;
    this.#confirm.disabled = false;
    this.#confirm.textContent = texts.pay(this.#amount);
  }
}
