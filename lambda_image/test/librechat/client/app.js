// A client in LibreChat's shape, for a browser: it signs in, chats with a stop button, shows each
// word as it comes, uploads a picture, takes up an answer again after a reload. What a test looks
// for has the names that it has in LibreChat's own page.
const root = document.getElementById('root');
const api = (path) => `/api/${path}`;
const resumable = !new URLSearchParams(location.search).has('direct');
let token;
let user;
let answering; // {abort(): ends the answer under way}
let conversationId = /^\/c\/([0-9a-f-]{36})$/.exec(location.pathname)?.[1];

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function element(tag, { text, ...attributes } = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value);
  }
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

// A request; 503 while a sandbox starts is asked again, and a token that has ended is renewed once.
async function call(method, path, body, { signal, accept = 'application/json' } = {}) {
  for (let attempt = 1; ; attempt++) {
    const isForm = body instanceof FormData;
    const headers = { accept, ...(token && { authorization: `Bearer ${token}` }) };
    if (body && !isForm) headers['content-type'] = 'application/json';
    const sent = isForm ? body : body && JSON.stringify(body);
    const response = await fetch(api(path), { method, headers, body: sent, signal });
    if (response.status === 503 && attempt < 6) await sleep(1000);
    else if (response.status === 401 && !path.startsWith('auth/') && attempt < 3) await refresh();
    else return response;
  }
}

async function json(method, path, body) {
  const response = await call(method, path, body);
  if (!response.ok)
    throw new Error((await response.json().catch(() => ({}))).message ?? response.statusText);
  return response.json();
}

async function refresh() {
  const answer = await json('POST', 'auth/refresh').catch(() => ({}));
  ({ token, user } = answer);
  return Boolean(token);
}

// ---------------------------------------------------------------------------------------- sign-in

function showSignIn(message = '') {
  const registers = location.pathname === '/register';
  const field = (name, type, label) =>
    element('label', { text: label }, element('input', { id: name, name, type, required: '' }));
  const form = element(
    'form',
    { 'aria-label': 'Login form', onsubmit: signIn },
    ...(registers ? [field('name', 'text', 'Name')] : []),
    field('email', 'text', 'Email'),
    field('password', 'password', 'Password'),
    element('button', { type: 'submit', 'data-testid': 'login-button', text: 'Continue' }),
    element('p', { role: 'alert', text: message }),
    element('a', {
      href: registers ? '/login' : '/register',
      text: registers ? 'Login' : 'Sign up',
    }),
  );
  root.replaceChildren(element('h1', { text: 'LibreChat' }), form);

  async function signIn(event) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(form));
    try {
      if (registers)
        await json('POST', 'auth/register', { ...given, confirm_password: given.password });
      ({ token, user } = await json('POST', 'auth/login', given));
      history.replaceState(null, '', '/c/new');
      await showChat();
    } catch (error) {
      form.querySelector('[role=alert]').textContent = error.message;
    }
  }
}

// ------------------------------------------------------------------------------------------- chat

const turns = element('main', { 'aria-label': 'Conversation' });
const prompt = element('textarea', {
  id: 'prompt-textarea',
  'data-testid': 'text-input',
  placeholder: 'Message',
});
const send = element('button', {
  type: 'submit',
  id: 'send-button',
  'data-testid': 'send-button',
  text: 'Send',
});
const stop = element('button', {
  type: 'button',
  'aria-label': 'Stop generating',
  text: 'Stop',
  hidden: '',
});
const attach = element('input', { type: 'file', 'aria-label': 'Attach Files' });
const attached = element('div', { class: 'attached' });
let files = [];

async function showChat() {
  const asked = [
    'config',
    'user',
    'endpoints',
    'models',
    'convos',
    'files/config',
    'search/enable',
    'balance',
  ];
  const form = element(
    'form',
    { class: 'composer', onsubmit: ask },
    attached,
    prompt,
    attach,
    send,
    stop,
  );
  const leave = element('button', {
    type: 'button',
    'data-testid': 'nav-user',
    text: 'Log out',
    onclick: signOut,
  });
  root.replaceChildren(
    element('header', {}, element('b', { text: 'LibreChat' }), leave),
    turns,
    form,
  );
  turns.replaceChildren();
  if (conversationId) await showConversation();
  await Promise.all(asked.map((path) => call('GET', path)));
  document.body.dataset.ready = 'true';
}

async function signOut() {
  await call('POST', 'auth/logout');
  token = conversationId = undefined;
  history.replaceState(null, '', '/login');
  showSignIn();
}

async function showConversation() {
  const messages = await json('GET', `messages/${conversationId}`);
  for (const { text, isCreatedByUser, error, files } of messages)
    turn(isCreatedByUser, text, { error, files });
  const { active } = await json('GET', `agents/chat/status/${conversationId}`).catch(() => ({}));
  if (active) await follow(conversationId, turn(false, ''), true);
}

function turn(isUsers, text, { error, files = [] } = {}) {
  const made = element('div', { class: isUsers ? 'user-turn' : 'agent-turn' });
  for (const { filepath, filename } of files)
    made.append(element('img', { src: filepath, alt: filename }));
  made.append(element('p', { text, ...(error && { class: 'error' }) }));
  turns.append(made);
  made.scrollIntoView();
  return made.querySelector('p');
}

prompt.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    send.click();
  }
});

attach.addEventListener('change', async () => {
  const form = new FormData();
  form.append('file', attach.files[0]);
  attached.textContent = 'Uploading…';
  send.disabled = true;
  const response = await call('POST', 'files/images', form);
  const file = await response.json();
  send.disabled = false;
  if (!response.ok) return (attached.textContent = file.message);
  files.push(file);
  attached.replaceChildren(element('img', { src: file.filepath, alt: file.filename }));
});

async function ask(event) {
  event.preventDefault();
  const text = prompt.value.trim();
  if (!text || answering) return;
  prompt.value = '';
  const sent = { text, conversationId, files, direct: !resumable, messageId: crypto.randomUUID() };
  turn(true, text, { files });
  files = [];
  attached.replaceChildren();
  const answer = turn(false, '');
  answer.dataset.state = 'waiting';
  const controller = new AbortController();
  begin(() => controller.abort());
  try {
    const response = await call('POST', 'agents/chat/openAI', sent, {
      signal: controller.signal,
      accept: '*/*',
    });
    if (!response.ok) throw new Error((await response.json()).message);
    if (response.headers.get('content-type').startsWith('text/event-stream'))
      await read(response, answer);
    else {
      const { streamId } = await response.json();
      show(streamId);
      await follow(streamId, answer);
    }
  } catch (error) {
    if (error.name !== 'AbortError') fail(answer, error.message);
  }
  end(answer);
}

function begin(abort) {
  answering = { abort };
  stop.hidden = false;
  send.hidden = true;
}

function end(answer) {
  answering = undefined;
  stop.hidden = true;
  send.hidden = false;
  answer.dataset.state = 'done';
}

stop.addEventListener('click', () => answering?.abort());

// A resumable answer: a stream that breaks off is taken up again, from the beginning.
async function follow(streamId, answer, resume = false) {
  const stopped = () => call('POST', 'agents/chat/abort', { streamId });
  begin(stopped);
  for (let attempt = 0; attempt < 5; attempt++) {
    const again = resume || attempt ? '?resume=true' : '';
    const response = await call('GET', `agents/chat/stream/${streamId}${again}`, undefined, {
      accept: '*/*',
    });
    answer.textContent = '';
    if (await read(response, answer).catch(() => false)) break;
    await sleep(500 * (attempt + 1));
  }
  end(answer);
}

// Server-sent events, as they come; true if the answer came to its end.
async function read(response, answer) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      if (answer.dataset.state === 'final') return true;
      throw new Error('The connection broke off.');
    }
    const events = (rest + value).split('\n\n');
    rest = events.pop();
    for (const text of events) handle(text, answer);
  }
}

function handle(text, answer) {
  const data = JSON.parse(/^data: ?(.*)$/m.exec(text)?.[1] ?? '{}');
  if (/^event: error$/m.test(text)) {
    answer.dataset.state = 'final';
    return fail(answer, data.text);
  }
  if (data.created) show(data.message.conversationId);
  if (data.event === 'on_message_delta') {
    answer.dataset.state = 'streaming';
    answer.append(data.data.delta.content[0].text);
    answer.scrollIntoView({ block: 'end' });
  }
  if (!data.final) return;
  answer.dataset.state = 'final';
  if (data.responseMessage) answer.textContent = data.responseMessage.text;
}

function show(id) {
  conversationId = id;
  history.replaceState(null, '', `/c/${id}${location.search}`);
}

function fail(answer, message) {
  answer.parentElement.append(element('p', { class: 'error', role: 'alert', text: message }));
}

(await refresh()) ? await showChat() : showSignIn();
