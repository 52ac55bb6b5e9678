// Follows what happens (server-sent events) and shows it: lanes of sandboxes, page loads and chats,
// requests.

const SPAN_MS = 90_000;
const QUIET_MS = 1_500; // so long without a request, and what follows is another page load or chat

const $ = (id) => document.getElementById(id);
const sandboxes = new Map();
const requests = new Map();
let totals = {};
let ahead = 0; // the front's clock minus this one's
let changed = true;

const events = new EventSource('/_local/events');
events.addEventListener('all', ({ data }) => {
  const all = JSON.parse(data);
  ahead = all.now - Date.now();
  totals = all.totals;
  sandboxes.clear();
  requests.clear();
  for (const sandbox of all.sandboxes) sandboxes.set(sandbox.number, sandbox);
  for (const request of all.requests) requests.set(request.id, request);
  changed = true;
});
events.addEventListener('sandbox', ({ data }) => {
  const sandbox = JSON.parse(data);
  sandboxes.set(sandbox.number, sandbox);
});
events.addEventListener('request', ({ data }) => {
  const request = JSON.parse(data);
  requests.set(request.id, request);
  changed = true;
});
events.addEventListener('totals', ({ data }) => {
  totals = JSON.parse(data);
  changed = true;
});

// --------------------------------------------------------------------------------------- elements

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const seconds = (ms) =>
  ms === undefined ? '' : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
const dollars = (usd) => (usd ? `$${usd.toFixed(usd < 0.01 ? 6 : 4)}` : '$0');
const clock = (at) => new Date(at).toTimeString().slice(0, 8);
const sum = (all, value) => all.reduce((so, one) => so + (value(one) ?? 0), 0);

// ------------------------------------------------------------------------------------------ lanes

function showLanes() {
  const now = Date.now() + ahead;
  const from = now - SPAN_MS;
  const shown = [...sandboxes.values()].filter(({ states }) => {
    const { state, at } = states.at(-1);
    return state !== 'gone' || at > from;
  });
  $('now').textContent = shown.filter(({ states }) => states.at(-1).state !== 'gone').length;
  $('span').textContent = `the last ${SPAN_MS / 1000} seconds`;
  if (!shown.length) return;
  $('lanes').replaceChildren(...shown.map((sandbox) => lane(sandbox, from, now)));
}

function lane({ number, states, why }, from, now) {
  const track = element('div', { class: 'track' });
  states.forEach(({ state, at }, i) => {
    const end = states[i + 1]?.at ?? now;
    if (end < from || state === 'gone') return;
    const left = Math.max(0, at - from) / SPAN_MS;
    const width = (end - Math.max(at, from)) / SPAN_MS;
    const style = `left: ${100 * left}%; width: ${100 * width}%`;
    track.append(element('i', { class: state, style, title: `${state}, ${seconds(end - at)}` }));
  });
  const last = states.at(-1).state;
  const says = last === 'gone' ? (why === 'idle' ? 'given up' : 'ended') : last;
  const name = element(
    'div',
    {},
    element('b', {}, `sandbox ${number} `),
    element('span', {}, says),
  );
  return element('div', { class: 'lane', 'data-sandbox': number, 'data-state': last }, name, track);
}

// ------------------------------------------------------------------------------------- activities

const isChat = ({ method, path }) =>
  method === 'POST' && /\/chat(\/(?!abort)[^/]*)?(\?|$)/.test(path);
const isPage = ({ method, path }) =>
  method === 'GET' && !/^\/(api|oauth|health)\b|\.\w+(\?|$)/.test(path);
const isFile = ({ route, cache }) => !route && Boolean(cache);

function activities() {
  const now = Date.now() + ahead;
  const all = [];
  let until = 0;
  for (const request of [...requests.values()].sort((one, other) => one.at - other.at)) {
    const chat = isChat(request);
    if (!all.length || chat || request.at > until + QUIET_MS) all.push([]);
    all.at(-1).push(request);
    const open = request.outcome === undefined;
    const worked = (request.waitedMs ?? 0) + (request.durationMs ?? 0);
    const ended = open ? now : request.at + Math.max(request.endMs ?? 0, worked);
    until = chat || all.at(-1).length === 1 ? ended : Math.max(until, ended);
  }
  return all.filter((members) => members.some(({ sandbox }) => sandbox));
}

function activity(members) {
  const chat = members.find(isChat);
  const kind = chat ? 'Chat' : members.some(isPage) ? 'Page load' : 'Requests';
  const used = members.filter(({ sandbox }) => sandbox);
  const numbers = [...new Set(used.map(({ sandbox }) => sandbox))];
  const cold = used.filter(({ cold }) => cold).length;
  const stream = used.find(
    ({ mode, method, path }) => mode === 'stream' && (method === 'POST' || /stream/.test(path)),
  );
  const first = chat && stream?.firstByteMs;
  const sandboxes = `${numbers.length} sandbox${numbers.length > 1 ? 'es' : ''}`;
  const says = [
    `${used.length} request${used.length > 1 ? 's' : ''} in ${sandboxes}`,
    cold ? `${cold} of them started cold` : 'all warm',
    first ? `first byte after ${seconds(first)}` : '',
  ];
  return element(
    'div',
    { class: 'activity', 'data-kind': kind },
    element('time', {}, clock(members[0].at)),
    element('b', {}, kind),
    element('span', {}, says.filter(Boolean).join(', ')),
    element('span', { class: 'n' }, `${sum(used, ({ gbSeconds }) => gbSeconds).toFixed(1)} GB-s`),
    element('span', { class: 'n' }, dollars(sum(used, ({ usd }) => usd))),
  );
}

// --------------------------------------------------------------------------------------- requests

function row(request) {
  const { id, at, method, path, route, mode, sandbox, cold, cache, status, outcome } = request;
  const cell = (text, attributes) => element('td', attributes, text ?? '');
  const tag = (text, kind = text) => (text ? element('span', { class: `tag ${kind}` }, text) : '');
  const place = sandbox ? element('span', {}, `${sandbox} `, tag(cold ? 'cold' : '', 'cold')) : '';
  const fine = status < 400 && (outcome ?? 'ok') === 'ok';
  const says = [status, outcome && outcome !== 'ok' ? outcome : ''].filter(Boolean).join(' ');
  return element(
    'tr',
    {
      'data-request': id,
      'data-path': path,
      'data-mode': mode ?? '',
      'data-sandbox': sandbox ?? '',
    },
    cell(clock(at)),
    cell(`${method} ${path}`, { class: 'path', title: path }),
    cell(route ?? (cache ? 'bucket' : '')),
    cell(tag(mode ?? (cache && !route ? cache.toLowerCase() : ''), mode)),
    cell(place),
    cell(seconds(request.waitedMs), { class: 'n' }),
    cell(seconds(request.firstByteMs), { class: 'n' }),
    cell(seconds(request.endMs), { class: 'n' }),
    cell(seconds(request.billedMs), { class: 'n' }),
    cell(says, { class: fine ? 'good' : 'bad' }),
  );
}

// ------------------------------------------------------------------------------------------- draw

function showRest() {
  if (!changed) return;
  changed = false;
  $('cold').textContent = totals.coldStarts ?? 0;
  $('invocations').textContent = totals.invocations ?? 0;
  $('gbseconds').textContent = (totals.gbSeconds ?? 0).toFixed(1);
  $('usd').textContent = dollars(totals.usd);
  const found = activities();
  if (found.length) $('activities').replaceChildren(...found.slice(-20).reverse().map(activity));
  const withFiles = $('files').checked;
  const shown = [...requests.values()].filter((request) => withFiles || !isFile(request));
  $('requests').replaceChildren(...shown.slice(-200).reverse().map(row));
}

$('give-up').addEventListener('click', () => fetch('/_local/give-up', { method: 'POST' }));
$('files').addEventListener('change', () => (changed = true));
setInterval(() => {
  showLanes();
  showRest();
}, 200);

const account = await (await fetch('/_local/account')).json();
$('account').textContent = account.text;
document.title = `Sandboxes of ${account.name}`;
