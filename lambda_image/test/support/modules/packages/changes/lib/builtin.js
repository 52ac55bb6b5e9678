const fs = require('fs');
fs.doubled = true;
