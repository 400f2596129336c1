import { el, Slot } from './dom.js';
import { price } from './payments.js';
import { texts } from './texts.js';

/** A line in the middle of the chat that is nobody's message. */
export class ServiceView {
  node = el('div', { class: 'service', data: { testid: 'service' } });
  #slot = new Slot(this.node);

  update({ messages: [message] }, chat) {
    this.node.dataset.messageId = message.message_id;
    const line = lineFor(message, chat);
    this.#slot.show(line, () => el('span', { dir: 'auto' }, line));
  }

  flash() {
    this.node.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }
}

export const isService = message => Boolean(message.successful_payment ?? message.refunded_payment);

function lineFor({ successful_payment: paid, refunded_payment: refunded }, { payments, bot }) {
  const { currency, total_amount: total, telegram_payment_charge_id: charge } = paid ?? refunded;
  const title = payments.find(payment => payment.telegram_payment_charge_id === charge)?.title ?? bot.first_name;
  return (paid ? texts.paySuccess : texts.payRefunded)(price(currency, total), title);
}
