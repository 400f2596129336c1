const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  send: 'M3.4 20.4 21 12.9a1 1 0 0 0 0-1.8L3.4 3.6a.9.9 0 0 0-1.3 1L4 10.5l9 1.5-9 1.5-1.9 5.9a.9.9 0 0 0 1.3 1z',
  attach: 'M16.5 6.2v10.6a4.5 4.5 0 0 1-9 0V5.5a3 3 0 0 1 6 0v10.2a1.5 1.5 0 0 1-3 0V7H9v8.7a3 3 0 0 0 6 0V5.5a4.5 4.5 0 0 0-9 0v11.3a6 6 0 0 0 12 0V6.2z',
  more: 'M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm0 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm0 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9.5l6 6 6-6',
  left: 'M14.5 5.5 8 12l6.5 6.5',
  right: 'M9.5 5.5 16 12l-6.5 6.5',
  play: 'M8 5.2v13.6a.8.8 0 0 0 1.2.7l10.6-6.8a.8.8 0 0 0 0-1.4L9.2 4.5A.8.8 0 0 0 8 5.2z',
  pause: 'M7 5h3.5v14H7zM13.5 5H17v14h-3.5z',
  download: 'M12 4v11m-4.5-4L12 15.500 16.500 11M5 20h14',
  link: 'M8 16 16 8M9.500 7.500H16.500V14.500',
  card: 'M4 6.500h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM3 10.500h18M6.500 14.500h4',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7.500 8c.6-3.600 3.600-5.500 7.500-5.500s6.900 1.900 7.500 5.500',
  block: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM6 6l12 12',
  storm: 'M13 3 5 13.500h6L10 21l8.500-10.500h-6z',
  clock: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 7.500V12l3.500 2',
  trash: 'M5 7h14M10 7V4.500h4V7M7 7l1 13h8l1-13',
  file: 'M7 3.500h7L18.500 8v12.500H7zM13.500 3.500V8.500h5',
};
const STROKED = new Set(['menu', 'close', 'down', 'left', 'right', 'download', 'link', 'card', 'copy', 'check', 'person', 'block', 'storm', 'clock', 'trash', 'file']);

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', STROKED.has(name) ? 'icon stroked' : 'icon');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/** The two ticks of a message that has been read; `single` draws one. */
export function ticks() {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 12');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'ticks');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', 'M1 6.500l4 4L13.500 1.500M8.500 9.500l1.200 1L18.500 1.500');
  svg.append(path);
  return svg;
}
