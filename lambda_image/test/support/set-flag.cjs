// Sets a flag of V8 in a way that no list of arguments shows.
require('node:v8').setFlagsFromString('--no-lazy-feedback-allocation');
