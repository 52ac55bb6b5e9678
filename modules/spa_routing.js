// CloudFront function on the viewer's request (FR-003). Client routes, such as /c/123 and /login,
// have no file extension in their last part: they all are index.html.
function handler(event) {
  var request = event.request;
  if (request.uri.split('/').pop().indexOf('.') === -1) {
    request.uri = '/index.html';
  }
  return request;
}
