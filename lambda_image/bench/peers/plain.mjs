// A forwarder as one writes it first: Node's http and pipe.
import http from 'node:http';

const forwarder = (agent) =>
  awslambda.streamifyResponse(async (event, stream, context) => {
    context.callbackWaitsForEmptyEventLoop = false;
    const query = new URLSearchParams(event.queryStringParameters ?? {});
    const options = {
      host: '127.0.0.1',
      port: process.env.UPSTREAM_PORT,
      method: event.httpMethod,
      path: `${event.path}?${query}`,
      headers: event.headers,
      agent,
    };
    const response = await new Promise((resolve, reject) =>
      http
        .request(options, resolve)
        .on('error', reject)
        .end(event.body ?? undefined),
    );
    stream = awslambda.HttpResponseStream.from(stream, {
      statusCode: response.statusCode,
      headers: response.headers,
    });
    response.pipe(stream);
    await new Promise((resolve, reject) => response.on('end', resolve).on('error', reject));
  });

export const handler = forwarder(http.globalAgent); // keeps connections alive
export const fresh = forwarder(new http.Agent({ keepAlive: false }));
