import { texts } from './texts.js';

/** The kinds of media a message can carry, in the order in which they are looked for: an animation also has a document. */
const KINDS = [
  ['photo', 'photo'], ['video', 'video'], ['animation', 'animation'], ['video_note', 'videoNote'], ['audio', 'audio'],
  ['voice', 'voice'], ['sticker', 'sticker'], ['document', 'document'], ['invoice', 'invoice'], ['location', 'location'],
  ['contact', 'contact'], ['poll', 'poll'], ['dice', 'dice'],
];

export const kindOf = message => KINDS.find(([field]) => message[field])?.[0];

export const kindName = message => {
  const found = KINDS.find(([field]) => message[field]);
  return found && texts[found[1]];
};

export const textOf = message => message.text ?? message.caption ?? '';

export const entitiesOf = message => (message.text === undefined ? message.caption_entities : message.entities) ?? [];

/** One line that stands for a message in a quote. */
export const summaryOf = message => textOf(message) || kindName(message) || '…';

/** The largest size of a photo. */
export const largest = sizes => sizes.reduce((best, size) => (size.width * size.height >= best.width * best.height ? size : best));
