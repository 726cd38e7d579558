// The messages this person can see, by id. Ids grow with time, so the order of ids is the order of the chat.

/** Compares two ids as numbers without making numbers of them: they are too large. Placeholders come last. */
export function compareIds(one, other) {
  if (one.startsWith('local-') !== other.startsWith('local-')) return one.startsWith('local-') ? 1 : -1;
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}

const dismissedKey = 'dismissed';

export class Store {
  #messages = new Map();
  // What events brought since a state was asked for is newer than that state.
  #touched = new Set();

  clear() {
    this.#messages.clear();
    this.#touched.clear();
  }

  get(id) {
    return this.#messages.get(id);
  }

  inChannel(channelId) {
    return [...this.#messages.values()]
      .filter((message) => message.channel_id === channelId)
      .sort((one, other) => compareIds(one.id, other.id));
  }

  /** False when there is nothing new in it, or the person has dismissed it. */
  put(message) {
    if (isDismissed(message.id)) return false;
    this.#touched.add(message.id);
    if (JSON.stringify(this.#messages.get(message.id)) === JSON.stringify(message)) return false;
    this.#messages.set(message.id, message);
    return true;
  }

  remove(id) {
    this.#touched.add(id);
    this.#messages.delete(id);
  }

  dismiss(id) {
    this.remove(id);
    if (!id.startsWith('local-')) sessionStorage.setItem(dismissedKey, [...dismissedIds(), id].join(' '));
  }

  /** To be called before a state is asked for. */
  beginLoad() {
    this.#touched.clear();
  }

  /** Takes a state's messages in; answers with what changed on the page. */
  merge(messages) {
    const known = new Set(messages.map((message) => message.id));
    const gone = [...this.#messages.keys()].filter((id) => !known.has(id) && !this.#touched.has(id) && !id.startsWith('local-'));
    gone.forEach((id) => this.#messages.delete(id));
    const changed = messages.filter((message) => !this.#touched.has(message.id) && this.put(message));
    return { gone, changed };
  }
}

const dismissedIds = () => (sessionStorage.getItem(dismissedKey) ?? '').split(' ').filter(Boolean);
const isDismissed = (id) => dismissedIds().includes(id);
