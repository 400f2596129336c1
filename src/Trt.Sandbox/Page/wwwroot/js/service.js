import { el, Slot } from './dom.js';
import { price } from './payments.js';
import { texts } from './texts.js';

/** A line in the middle of the chat that is nobody's message. */
export class ServiceView {
  node = el('div', { class: 'service', data: { testid: 'service' } });
  #slot = new Slot(this.node);

  update({ messages: [message] }, chat) {
    this.node.dataset.messageId = message.message_id;
    this.#slot.show(JSON.stringify(message), () => el('span', { dir: 'auto' }, lineFor(message, chat)));
  }

  flash() {
    this.node.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }
}

export const isService = message => message.successful_payment !== undefined;

function lineFor({ successful_payment: payment, reply_to_message: invoiced }, chat) {
  const known = invoiced ?? chat.messages.findLast(message => message.invoice && sameTotal(message.invoice, payment));
  return texts.paySuccess(price(payment.currency, payment.total_amount), known?.invoice?.title ?? chat.bot.first_name);
}

const sameTotal = (invoice, payment) => invoice.currency === payment.currency && invoice.total_amount === payment.total_amount;
