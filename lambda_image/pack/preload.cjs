// Loaded into LibreChat's process before LibreChat (node --require), in the image build.
'use strict';
const path = require('node:path');
const { requireInternal } = require('../src/pack/internal.cjs');

requireInternal(path.join(__dirname, 'observe.cjs'));
