// The runtime's own floor: an answer of the same kind and size, from nowhere.
const json = Buffer.from(JSON.stringify({ version: 'test', config: '' }));
const block = Buffer.alloc(64 * 1024, 7);

export const handler = awslambda.streamifyResponse(async (event, stream) => {
  const type = event.path.endsWith('chat') ? 'text/event-stream' : 'application/json';
  stream = awslambda.HttpResponseStream.from(stream, {
    statusCode: 200,
    headers: { 'content-type': type },
  });
  if (type === 'text/event-stream') {
    for (let i = 0; i < Number(event.queryStringParameters.events); i++) {
      if (i > 0)
        await new Promise((resolve) =>
          setTimeout(resolve, Number(event.queryStringParameters.every)),
        );
      const data = { text: `word ${i}`, at: Number(process.hrtime.bigint()) / 1e6 };
      stream.write(`event: message\ndata: ${JSON.stringify(data)}\n\n`);
    }
  } else if (event.queryStringParameters?.size) {
    for (let left = Number(event.queryStringParameters.size); left > 0; left -= block.length) {
      if (!stream.write(block.subarray(0, left)))
        await new Promise((resolve) => stream.once('drain', resolve));
    }
  } else stream.write(json);
  stream.end();
});
