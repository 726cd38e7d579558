// The sandbox's page API. Every problem comes out as an Error whose message can be shown to people.

async function ask(path, body) {
  let response;
  try {
    response = await fetch(path, body && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error('The sandbox cannot be reached. Is it still running?');
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) {
    const error = new Error(answer?.error ?? `The sandbox answered with status ${response.status}.`);
    error.refused = true;
    error.option = answer?.option;
    throw error;
  }
  return answer;
}

/** What a member sees; without an id, what the default member sees. */
export function getState(memberId) {
  return ask(memberId ? `/page/state?as=${encodeURIComponent(memberId)}` : '/page/state');
}

export function interact(request) {
  return ask('/page/interactions', request);
}

export function postMessage(memberId, channelId, text) {
  return ask('/page/messages', { as: memberId, channel_id: channelId, text }).then((answer) => answer.message);
}
