// LibreChat's secrets, from SecureString parameters in SSM (FR-024).

// The values that LibreChat's own .env.example publishes: it only warns of them, and everybody
// knows them.
const PUBLISHED = [
  /^f34be427ebb29de8/,
  /^e2341419ec3dd3d1/,
  /^16f8c0ef4a5d391b/,
  /^eaa5191f2914e30b/,
];
const HEX_DIGITS = { CREDS_KEY: 64, CREDS_IV: 32 };
const NAMES_PER_CALL = 10; // SSM's limit
const SHORTEST_HIDDEN = 4; // characters; hiding anything shorter would make the log unreadable

// Returns LibreChat's variables. `parameters` maps their names to names of SSM parameters.
export async function readSecrets(parameters, callAws, log) {
  const names = [...new Set(parameters.values())];
  const values = await readParameters(names, callAws);
  log.hide([...values.values()].filter((value) => value.length >= SHORTEST_HIDDEN));
  const missing = names.filter((name) => !values.has(name));
  if (missing.length > 0) throw new Error(`no such SSM parameter: ${missing.join(', ')}`);
  return Object.fromEntries(
    [...parameters].map(([variable, parameter]) => {
      return [variable, checked(variable, parameter, values.get(parameter))];
    }),
  );
}

async function readParameters(names, callAws) {
  const values = new Map();
  for (let i = 0; i < names.length; i += NAMES_PER_CALL) {
    const answer = await callAws('ssm', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AmazonSSM.GetParameters',
      },
      body: JSON.stringify({ Names: names.slice(i, i + NAMES_PER_CALL), WithDecryption: true }),
    });
    for (const { Name, Value } of JSON.parse(answer).Parameters) values.set(Name, Value);
  }
  return values;
}

function checked(variable, parameter, value) {
  const named = `${variable} (SSM parameter ${parameter})`;
  const digits = HEX_DIGITS[variable];
  if (digits && !(value.length === digits && /^[0-9a-f]+$/i.test(value))) {
    throw new Error(`${named} must be ${digits} hexadecimal digits`);
  }
  if (PUBLISHED.some((published) => published.test(value))) {
    throw new Error(`${named} is the example value that LibreChat publishes: make one of your own`);
  }
  return value;
}
