// The people of the sandbox, through the page's API (src/CoachBot.Sandbox/README.md).
export class Page {
  constructor(base) {
    this.base = base;
  }

  async state(as = '') {
    return this.#get(`page/state?as=${as}`);
  }

  async interact(as, body) {
    return this.#post('page/interactions', { as, ...body });
  }

  line(as, text) {
    return this.interact(as, { kind: 'line', text });
  }

  press(as, message, customId) {
    return this.interact(as, { kind: 'button', message_id: message.id, custom_id: customId });
  }

  async fault(fault) {
    await this.#post('page/faults', { fault });
  }

  async #get(path) {
    return this.#read(await fetch(new URL(path, this.base)));
  }

  async #post(path, body) {
    return this.#read(
      await fetch(new URL(path, this.base), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    );
  }

  async #read(response) {
    const json = await response.json();
    return response.ok ? json : { outcome: 'refused', status: response.status, ...json };
  }
}
