// LibreChat's lines on their way to the log. What marks a line as the handler's is the field
// `event` of a JSON object: metrics, alarms and queries are made of it. So no line of LibreChat's
// leaves with one, whatever a user made it write.

const LONGEST = 64 * 1024; // characters that are kept while a line has no end

export function relayLines(source, write) {
  let rest = '';
  source.setEncoding('utf8');
  source.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    if (rest.length > LONGEST) {
      lines.push(rest);
      rest = '';
    }
    if (lines.length > 0) write(`${lines.map(withoutEvent).join('\n')}\n`);
  });
  source.on('close', () => {
    if (rest) write(`${withoutEvent(rest)}\n`);
  });
}

function withoutEvent(line) {
  if (!/^\s*\{/.test(line)) return line;
  try {
    const { event, ...fields } = JSON.parse(line);
    return event === undefined ? line : JSON.stringify({ ...fields, librechatEvent: event });
  } catch {
    return `LibreChat: ${line}`; // so that a less strict reader does not take it for JSON either
  }
}
