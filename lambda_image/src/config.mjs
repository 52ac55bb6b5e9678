// librechat.yaml, from S3 (FR-026, FR-027).

import { writeFileSync } from 'node:fs';

export const VARIABLES = ['CONFIG_PATH'];

// Writes the file and returns the variable that names it, if the settings name one.
export async function fetchConfig(settings, callAws) {
  if (!settings.configUri) return {};
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)/.exec(settings.configUri);
  const path = `/${key.split('/').map(encodeURIComponent).join('/')}`;
  const yaml = await callAws('s3', { virtualHost: bucket, path });
  const file = `${settings.writableDirectory}/librechat.yaml`;
  writeFileSync(file, replaceHost(yaml, settings), { mode: 0o600 });
  return { CONFIG_PATH: file };
}

// The old deployment's host name becomes this one's, where it stands as a whole name only.
function replaceHost(yaml, { configReplaceHost, host }) {
  if (!configReplaceHost || !host) return yaml;
  const name = configReplaceHost.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return yaml.replace(new RegExp(`(?<![\\w.-])${name}(?![\\w-]|\\.\\w)`, 'gi'), () => host);
}
