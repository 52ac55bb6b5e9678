// serverless-http around a forwarder. It answers when all of the body is there; its JSON is
// written as a stream, as this handler does, since the runtime has no native client here.
import http from 'node:http';
import serverless from 'serverless-http';

const UPSTREAM = { host: '127.0.0.1', port: process.env.UPSTREAM_PORT };
const wrapped = serverless((request, response) => {
  const { method, url: path, headers } = request;
  request.pipe(
    http.request({ ...UPSTREAM, method, path, headers }, (upstream) => {
      response.writeHead(upstream.statusCode, upstream.headers);
      upstream.on('error', () => response.destroy()).pipe(response);
    }),
  );
}, { binary: ['application/octet-stream'] }); // prettier-ignore

export const handler = awslambda.streamifyResponse(async (event, stream, context) => {
  context.callbackWaitsForEmptyEventLoop = false;
  stream.write(JSON.stringify(await wrapped(event, context)));
  stream.end();
});
