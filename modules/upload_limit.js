// CloudFront function on the viewer's request to the API. Lambda takes 6 MB, of which base64 and
// the headers need a third. API Gateway refuses more, too, but its answer does not say what is
// allowed, and cannot be changed (AWS). LibreChat shows its users this message.
var LIMIT = 4 * 1024 * 1024; // bytes; a file of librechat.yaml's fileSizeLimit and less

function handler(event) {
  var length = event.request.headers['content-length'];
  if (!length || Number(length.value) <= LIMIT) {
    return event.request;
  }
  return {
    statusCode: 413,
    statusDescription: 'Content Too Large',
    headers: { 'content-type': { value: 'application/json' } },
    body: JSON.stringify({ message: 'A request may have 4 MB at most, with the file in it.' }),
  };
}
