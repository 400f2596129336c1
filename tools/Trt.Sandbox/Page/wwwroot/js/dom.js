/**
 * Builds an element. Data only ever becomes text nodes and attributes, so nothing a person or a bot writes is read as markup.
 * Props: `class`, `data` (dataset), `on` (listeners), `props` (DOM properties); everything else is an attribute.
 */
export function el(tag, options = {}, ...children) {
  const node = document.createElement(tag);
  const { class: className, data, on, props, ...attributes } = options;
  if (className) node.className = className;
  for (const [name, value] of Object.entries(data ?? {})) if (value !== undefined) node.dataset[name] = value;
  for (const [name, listener] of Object.entries(on ?? {})) node.addEventListener(name, listener);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  Object.assign(node, props);
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** A child of `host` that is rebuilt only when its key changes, so that an edit leaves playing media and loaded pictures alone. */
export class Slot {
  #key;
  #host;

  constructor(host) {
    this.#host = host;
  }

  show(key, build) {
    if (this.#key === key) return false;
    this.#key = key;
    const built = build();
    this.#host.replaceChildren(...(built ? [built] : []));
    return true;
  }
}
