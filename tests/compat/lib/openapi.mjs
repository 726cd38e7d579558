// Checks JSON against Discord's own OpenAPI description (discord/discord-api-spec), where that file is at hand.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const beside = fileURLToPath(new URL('../../../../shared/discord/openapi.json', import.meta.url));

export class OpenApi {
  #doc;
  #ajv;
  #compiled = new Map();
  checked = 0;
  problems = new Map();

  static open() {
    const path = process.env.OPENAPI || beside;
    return existsSync(path) ? new OpenApi(JSON.parse(readFileSync(path, 'utf8'))) : null;
  }

  constructor(doc) {
    this.#doc = doc;
    this.#ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
    addFormats(this.#ajv);
    this.#ajv.addFormat('snowflake', /^(0|[1-9][0-9]{0,19})$/);
    this.#ajv.addFormat('nonce', true);
    this.#ajv.addSchema(doc, 'openapi');
  }

  /** One of components/schemas. */
  component(name, value, where) {
    this.#check(['components', 'schemas', name], value, where ?? name);
  }

  request(method, template, sent) {
    // The documentation says string, and Discord answers with one; only the description of requests says integer.
    const value = JSON.parse(JSON.stringify(sent), (key, inner) => (key === 'default_member_permissions' && typeof inner === 'string' ? Number(inner) : inner));
    const content = this.#doc.paths[template]?.[method.toLowerCase()]?.requestBody?.content;
    if (!content || !content['application/json']) return this.#note(`${method} ${template}`, 'is not described, or takes no JSON body', value);
    this.#check(['paths', template, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'], value, `${method} ${template} request`);
  }

  response(method, template, status, value) {
    const described = this.#doc.paths[template]?.[method.toLowerCase()]?.responses;
    if (!described) return this.#note(`${method} ${template}`, 'is not described', value);
    if (status === 429) return this.component('RatelimitedResponse', value, `${method} ${template} 429`);
    // The field errors of a 50035 have codes that are words, while the description says numbers: only the outside is checked.
    if (status >= 400) return this.component('Error', value, `${method} ${template} ${status}`);
    if (!described[status]) return this.#note(`${method} ${template}`, `answers ${status}, which is not described`, value);
    const json = described[status].content?.['application/json'];
    if (!json) return value === null ? undefined : this.#note(`${method} ${template} ${status}`, 'has a body, but none is described', value);
    this.#check(['paths', template, method.toLowerCase(), 'responses', String(status), 'content', 'application/json', 'schema'], value, `${method} ${template} ${status}`);
  }

  /** /channels/123/messages => /channels/{channel_id}/messages; literal segments win. */
  template(path) {
    const parts = path.split('/');
    return Object.keys(this.#doc.paths)
      .filter((candidate) => {
        const wanted = candidate.split('/');
        return wanted.length === parts.length && wanted.every((segment, i) => segment.startsWith('{') || segment === parts[i]);
      })
      .sort((a, b) => a.split('{').length - b.split('{').length)[0];
  }

  #check(pointer, value, where) {
    const key = pointer.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    if (!this.#compiled.has(key)) this.#compiled.set(key, this.#ajv.compile({ $ref: `openapi#/${key}` }));
    const validate = this.#compiled.get(key);
    this.checked++;
    if (!validate(value)) {
      const error = validate.errors.find((one) => one.keyword !== 'oneOf' && one.keyword !== 'anyOf') ?? validate.errors[0];
      this.#note(where, `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`, value);
    }
  }

  #note(where, what, value) {
    this.problems.set(`${where}: ${what}`, value);
  }
}
