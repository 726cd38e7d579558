// Holds everything that a discord.js client sends and receives against Discord's description.
export class Watch {
  constructor(openapi) {
    this.openapi = openapi;
  }

  /** What makeRequest in bot.mjs calls. */
  rest = (method, url, body, status, text) => {
    if (!this.openapi) return;
    const path = new URL(url).pathname.replace(/^\/api\/v10/, '');
    const template = this.openapi.template(path);
    if (!template) return this.openapi.problems.set(`${method} ${path}: is not described by Discord`, null);
    const sent = typeof body === 'string' ? body : body?.get?.('payload_json');
    if (sent) this.openapi.request(method, template, JSON.parse(sent));
    this.openapi.response(method, template, status, text ? JSON.parse(text) : null);
  };

  // Events are not in the description, but most of what they carry is.
  event = ({ t, d }) => {
    const { openapi } = this;
    if (!openapi) return;
    if (t === 'READY') openapi.component('UserPIIResponse', d.user, 'READY user');
    if (t === 'MESSAGE_CREATE' || t === 'MESSAGE_UPDATE') openapi.component('MessageResponse', d, t);
    if (t === 'GUILD_CREATE') {
      openapi.component('GuildWithCountsResponse', d, t);
      for (const channel of d.channels) openapi.component('GuildChannelResponse', channel, `${t} channel`);
      for (const member of d.members) openapi.component('GuildMemberResponse', member, `${t} member`);
    }
    if (t === 'INTERACTION_CREATE') this.#interaction(d);
  };

  #interaction(d) {
    const { openapi } = this;
    openapi.component('InteractionTypes', d.type, 'INTERACTION_CREATE type');
    openapi.component('GuildMemberResponse', d.member, 'INTERACTION_CREATE member');
    openapi.component('GuildChannelResponse', d.channel, 'INTERACTION_CREATE channel');
    if (d.message) openapi.component('MessageResponse', d.message, 'INTERACTION_CREATE message');
    for (const user of Object.values(d.data.resolved?.users ?? {})) openapi.component('UserResponse', user, 'resolved user');
    for (const role of Object.values(d.data.resolved?.roles ?? {})) openapi.component('GuildRoleResponse', role, 'resolved role');
    for (const channel of Object.values(d.data.resolved?.channels ?? {})) openapi.component('GuildChannelResponse', channel, 'resolved channel');
  }
}
