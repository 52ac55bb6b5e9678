// hono's Lambda adapter, streaming, with its proxy helper.
import { Hono } from 'hono';
import { streamHandle } from 'hono/aws-lambda';
import { proxy } from 'hono/proxy';

const app = new Hono();
app.all('*', (c) => {
  const { pathname, search } = new URL(c.req.url);
  return proxy(`http://127.0.0.1:${process.env.UPSTREAM_PORT}${pathname}${search}`, {
    ...c.req,
    headers: c.req.header(),
  });
});
export const handler = streamHandle(app);
