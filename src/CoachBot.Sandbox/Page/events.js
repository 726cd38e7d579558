// The stream of events. It reconnects by itself, soon at first and then at longer intervals: EventSource alone gives up
// for good when a server that is just starting answers with an error.

const shortest = 400;
const longest = 5000;

/** Listens as a member; handlers: open(), lost(), message(m), gone(m), changed(). Answers with a function that stops it. */
export function listen(memberId, handlers) {
  let source;
  let timer;
  let wait = shortest;

  function connect() {
    source = new EventSource(`/page/events?as=${encodeURIComponent(memberId)}`);
    source.onopen = () => {
      wait = shortest;
      handlers.open();
    };
    source.onerror = () => {
      source.close();
      handlers.lost();
      timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, longest);
    };
    source.addEventListener('message', (event) => handlers.message(JSON.parse(event.data)));
    source.addEventListener('delete', (event) => handlers.gone(JSON.parse(event.data)));
    source.addEventListener('commands', handlers.changed);
    source.addEventListener('bots', handlers.changed);
  }

  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
