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

export const isService = message => Boolean(message.successful_payment ?? message.refunded_payment ?? message.new_chat_members ?? message.left_chat_member
  ?? message.new_chat_title ?? message.group_chat_created ?? message.supergroup_chat_created ?? message.migrate_to_chat_id ?? message.migrate_from_chat_id);

function lineFor(message, { payments, bot }) {
  const { successful_payment: paid, refunded_payment: refunded } = message;
  if (!paid && !refunded) return groupLine(message);
  const { currency, total_amount: total, telegram_payment_charge_id: charge } = paid ?? refunded;
  const title = payments.find(payment => payment.telegram_payment_charge_id === charge)?.title ?? bot.first_name;
  return (paid ? texts.paySuccess : texts.payRefunded)(price(currency, total), title);
}

function groupLine(message) {
  const who = message.from?.first_name ?? '';
  if (message.new_chat_members) return texts.joined(who, message.new_chat_members.map(user => user.first_name).join(', '), message.new_chat_members.some(user => user.id === message.from?.id));
  if (message.left_chat_member) return texts.parted(who, message.left_chat_member.first_name, message.left_chat_member.id === message.from?.id);
  if (message.new_chat_title) return texts.renamed(message.new_chat_title);
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return texts.becameSupergroup;
  return texts.founded(who);
}
