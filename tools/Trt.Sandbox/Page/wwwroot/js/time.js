import { person } from './person.js';
import { texts } from './texts.js';

const clock = new Intl.DateTimeFormat(person.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const thisYear = new Intl.DateTimeFormat(person.language, { day: 'numeric', month: 'long' });
const otherYear = new Intl.DateTimeFormat(person.language, { day: 'numeric', month: 'long', year: 'numeric' });
const full = new Intl.DateTimeFormat(person.language, { dateStyle: 'long', timeStyle: 'medium' });

const moment = seconds => new Date(seconds * 1000);

export const timeOfDay = seconds => clock.format(moment(seconds));
export const fullTime = seconds => full.format(moment(seconds));
export const isoTime = seconds => moment(seconds).toISOString();

/** A key that is equal for two moments of one local day. */
export const dayKey = seconds => moment(seconds).toDateString();

export function dayName(seconds) {
  const day = moment(seconds);
  const now = new Date();
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (day.toDateString() === now.toDateString()) return texts.today;
  if (day.toDateString() === yesterday.toDateString()) return texts.yesterday;
  return (day.getFullYear() === now.getFullYear() ? thisYear : otherYear).format(day);
}

export function duration(seconds) {
  const whole = Math.max(0, Math.round(Number.isFinite(seconds) ? seconds : 0));
  const rest = String(whole % 60).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

export function fileSize(bytes) {
  if (!bytes) return '';
  const units = person.language === 'ru' ? ['Б', 'КБ', 'МБ', 'ГБ'] : ['B', 'KB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const amount = bytes / 1024 ** power;
  return `${amount.toLocaleString(person.language, { maximumFractionDigits: power === 0 || amount >= 100 ? 0 : 1 })} ${units[power]}`;
}
