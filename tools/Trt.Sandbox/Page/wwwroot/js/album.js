import { kindOf } from './content.js';
import { el } from './dom.js';
import { media } from './media.js';

/** How many tiles stand in each row of an album, by its size. */
const ROWS = { 2: [2], 3: [1, 2], 4: [2, 2], 5: [2, 3], 6: [3, 3], 7: [2, 2, 3], 8: [2, 3, 3], 9: [3, 3, 3], 10: [2, 2, 3, 3] };

/** Several messages of one group as one bubble: pictures as a grid, anything else as a list. */
export function album(messages) {
  const visual = messages.every(message => ['photo', 'video'].includes(kindOf(message)));
  const tiles = messages.map(message => media(kindOf(message), message, messages));
  if (!visual) return el('div', { class: 'album-list', data: { testid: 'album' } }, tiles);

  const rows = ROWS[messages.length] ?? [2];
  const spans = rows.flatMap(count => Array(count).fill(6 / count));
  tiles.forEach((tile, index) => tile.style.setProperty('--span', String(spans[index] ?? 2)));
  return el('div', { class: 'album', data: { testid: 'album' } }, tiles);
}
