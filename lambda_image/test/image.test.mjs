// The image, built by a real Docker engine on a base in LibreChat's shape, and run as Lambda runs
// it: read-only root, a user without privileges, /tmp the only place to write to. It is driven
// through the Runtime API.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { RuntimeApi, restEvent } from './support/runtime-api.mjs';
import { foreignProgram } from './support/packed.mjs';
import { BUFFERED, freePort, missing, root, until } from './support/sandbox.mjs';

const skip = missing('docker', ['info']);
const BASE = 'librechat-shaped:image-test';
const IMAGE = 'librechat-lambda:image-test';

function docker(...args) {
  const { status, stdout, stderr } = spawnSync('docker', args, {
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, DOCKER_BUILDKIT: '0' },
  });
  if (status !== 0)
    throw new Error(`docker ${args.join(' ')}:\n${stdout.slice(-3000)}${stderr.slice(-3000)}`);
  return stdout.trim();
}
const inspect = (image) => JSON.parse(docker('image', 'inspect', image))[0];

// Every file of the image under /app, with what it holds.
const workspace = (image) =>
  JSON.parse(
    docker('run', '--rm', '--entrypoint', 'node', image, '-e', `
      const { readdirSync, readFileSync, readlinkSync } = require('fs');
      const all = readdirSync('/app', { recursive: true, withFileTypes: true }).map((e) => {
        const path = e.path + '/' + e.name;
        if (e.isSymbolicLink()) return [path, '-> ' + readlinkSync(path)];
        return [path, e.isFile() ? readFileSync(path, 'base64') : 'directory'];
      });
      console.log(JSON.stringify(Object.fromEntries(all)));`),
  ); // prettier-ignore

// The base with programs that this machine cannot run, as those of another architecture are.
function makeForeign(tag) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'foreign-'));
  writeFileSync(path.join(directory, 'program'), foreignProgram(), { mode: 0o755 });
  const programs = ['/usr/local/bin/node', '/bin/sh'];
  const copies = programs.map((program) => `COPY program ${program}`);
  writeFileSync(path.join(directory, 'Dockerfile'), [`FROM ${BASE}`, ...copies].join('\n'));
  docker('build', '--tag', tag, directory);
  rmSync(directory, { recursive: true });
}

// The same image, said to be of another architecture.
function relabel(image, tag, architecture) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'image-'));
  execFileSync('sh', ['-c', `docker save ${image} | tar -x -C ${directory}`]);
  const file = (name) => path.join(directory, name);
  const [manifest] = JSON.parse(readFileSync(file('manifest.json')));
  writeFileSync(
    file('config.json'),
    JSON.stringify({ ...JSON.parse(readFileSync(file(manifest.Config))), architecture }),
  );
  writeFileSync(
    file('manifest.json'),
    JSON.stringify([{ ...manifest, Config: 'config.json', RepoTags: [tag] }]),
  );
  execFileSync('sh', ['-c', `tar -C ${directory} -c . | docker load`], { stdio: 'ignore' });
  rmSync(directory, { recursive: true });
}

class Container {
  static async run(t, { image = IMAGE, env = {} } = {}) {
    const container = new Container();
    container.api = await new RuntimeApi().listen();
    const all = {
      AWS_LAMBDA_RUNTIME_API: container.api.address,
      AWS_REGION: 'eu-west-1',
      PORT: await freePort(),
      DOMAIN_CLIENT: 'https://chat.example.com',
      ...env,
    };
    const variables = Object.entries(all).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
    container.id = docker(
      'run',
      '--detach',
      '--network',
      'host',
      '--read-only',
      '--tmpfs',
      '/tmp:mode=1777',
      '--user',
      '1051:1051',
      ...variables,
      image,
    );
    t.after(() => {
      container.api.close();
      docker('rm', '--force', container.id);
    });
    await until(() => container.api.waiting, 'the container to ask for an event').catch((error) => {
      throw new Error(`${error.message}:\n${docker('logs', container.id)}`);
    });
    return container;
  }

  async request(event) {
    const invocation = this.api.invoke(event);
    await invocation.returned;
    return invocation;
  }

  get logs() {
    return docker('logs', this.id);
  }
}

describe('the image', { skip }, () => {
  before(() => {
    execFileSync(path.join(root, 'test/base-image.sh'), [BASE, 'v0.8.2-test'], { stdio: 'ignore' });
    docker('build', '--tag', IMAGE, '--build-arg', `LIBRECHAT_IMAGE=${BASE}`, root);
  });
  after(() =>
    spawnSync(
      'docker',
      ['rmi', IMAGE, `${IMAGE}-buildkit`, `${IMAGE}-arm64`, `${BASE}-arm64`, `${BASE}-foreign`],
      {
        stdio: 'ignore',
      },
    ),
  );

  test('starts node itself, is small beside its base, and its base is untouched (FR-007)', (t) => {
    const { Config, Size } = inspect(IMAGE);
    assert.deepEqual(Config.Entrypoint, [
      'node',
      '/opt/lambda/node_modules/aws-lambda-ric/bin/index.mjs',
    ]);
    assert.deepEqual(Config.Cmd, ['handler.handler']);
    const code = "require('fs').statSync('/opt/lambda/librechat.pack').size";
    const pack = Number(docker('run', '--rm', '--entrypoint', 'node', IMAGE, '-p', code));
    const added = Size - inspect(BASE).Size - pack;
    t.diagnostic(`${added} bytes are added to the base, and a pack of ${pack}`);
    assert.ok(added < 1_000_000);
    const {
      '/app/uploads': a,
      '/app/uploads/temp': b,
      '/app/client/public': c,
      '/app/client/public/images': d,
      ...rest
    } = workspace(IMAGE);
    assert.deepEqual(
      [a, b, c, d],
      ['directory', '-> /tmp/librechat/uploads', 'directory', '-> /tmp/librechat/images'],
    );
    assert.deepEqual(rest, workspace(BASE));
  });

  test('streams on a read-only root without privileges; LibreChat writes to /tmp', async (t) => {
    const container = await Container.run(t);
    const config = await container.request(restEvent('GET', '/api/config'));
    assert.deepEqual(JSON.parse(config.text), { version: 'v0.8.2-test', config: '' });
    const chat = await container.request(
      restEvent('POST', '/api/agents/chat', { query: { events: '3', every: '50' } }),
    );
    assert.equal(chat.chunks.filter(({ data }) => data.includes('event: message')).length, 3);
    const written = await container.request(restEvent('POST', '/api/files'));
    assert.deepEqual(JSON.parse(written.text), [
      '/tmp/librechat/uploads/user',
      '/tmp/librechat/images/user',
    ]);
    const env = await container.request(
      restEvent('GET', '/api/env', { query: { name: ['HOST', 'NODE_ENV', 'HOME'] } }),
    );
    assert.deepEqual(JSON.parse(env.text), {
      HOST: '127.0.0.1',
      NODE_ENV: 'production',
      HOME: '/tmp',
    });
    assert.match(container.logs, /"event":"cold_start".*"pack":\{"used":true,.*"rejected":0/);
    const modules = await container.request(
      restEvent('GET', '/api/modules', { query: { name: 'modern' } }),
    );
    assert.equal(modules.metadata.statusCode, 200);
  });

  test('recovers from a killed server', async (t) => {
    const container = await Container.run(t);
    assert.equal((await container.request(restEvent('GET', '/api/die'))).metadata.statusCode, 502);
    assert.equal(
      (await container.request(restEvent('GET', '/api/config'))).metadata.statusCode,
      200,
    );
    assert.match(container.logs, /"event":"respawn"/);
  });

  test('answers a buffered route with one proxy JSON', async (t) => {
    const container = await Container.run(t, { env: BUFFERED });
    assert.equal((await container.request(restEvent('GET', '/api/config'))).proxy.statusCode, 200);
  });

  test('is built for the other architecture without emulation, and says it has no pack', () => {
    const native = inspect(BASE).Architecture;
    const other = native === 'arm64' ? 'amd64' : 'arm64';
    makeForeign(`${BASE}-foreign`);
    relabel(`${BASE}-foreign`, `${BASE}-${other}`, other);
    const args = {
      LIBRECHAT_IMAGE: `${BASE}-${other}`,
      TOOLS_IMAGE: BASE,
      BUILDPLATFORM: `linux/${native}`,
      TARGETPLATFORM: `linux/${other}`,
    };
    const said = docker(
      'build',
      '--tag',
      `${IMAGE}-${other}`,
      ...Object.entries(args).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
      root,
    );
    assert.equal(inspect(`${IMAGE}-${other}`).Architecture, other);
    assert.match(
      said,
      /^No pack is made, and LibreChat starts as shipped: .* cannot run the image's node/m,
    );
  });

  test('is built by BuildKit, too', async () => {
    // Over the engine's API, with the context from a URL: that needs no plugin of the command line.
    const directory = mkdtempSync(path.join(os.tmpdir(), 'context-'));
    const tar = path.join(directory, 'context.tar');
    const excluded = ['node_modules', 'build'].map((name) => `--exclude=./${name}`);
    execFileSync('tar', ['-C', root, ...excluded, '-cf', tar, '.']);
    const server = http
      .createServer((request, response) => createReadStream(tar).pipe(response))
      .listen(0);
    await once(server, 'listening');
    const query = new URLSearchParams({
      version: '2',
      t: `${IMAGE}-buildkit`,
      buildargs: JSON.stringify({ LIBRECHAT_IMAGE: BASE }),
      remote: `http://127.0.0.1:${server.address().port}/context.tar`,
    });
    const answer = await new Promise((resolve, reject) => {
      const request = http.request(
        { socketPath: '/var/run/docker.sock', method: 'POST', path: `/build?${query}` },
        async (response) => {
          let text = '';
          for await (const chunk of response.setEncoding('utf8')) text += chunk;
          resolve(text);
        },
      );
      request.on('error', reject).end();
    });
    server.close();
    rmSync(directory, { recursive: true });
    assert.ok(answer.includes('moby.image.id'), answer.slice(-1000));
    assert.deepEqual(workspace(`${IMAGE}-buildkit`), workspace(IMAGE));
  });
});
