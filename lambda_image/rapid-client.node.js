// Stands where aws-lambda-ric's compiled client would (dist/rapid-client.node, which Node resolves
// to this file when there is none). With AWS_LAMBDA_NODEJS_USE_ALTERNATIVE_CLIENT_1=true and
// streaming handlers the runtime loads the native client and calls it in one case only: to report
// an exception that nobody caught, after logging it and right before it exits, which Lambda reports
// itself.
'use strict';
const unused = (name) => () => {
  throw new Error(
    `the native client's ${name}() was called: ` +
      'is AWS_LAMBDA_NODEJS_USE_ALTERNATIVE_CLIENT_1 "true"?',
  );
};
module.exports = { next: unused('next'), done: unused('done'), error() {} };
