const fs = require('node:fs');
const https = require('node:https');
const express = require('express');

const { PEER_DIRECTORY, PEER_PORT, PEER_PATH, PEER_KEY, PEER_TLS_CERT, PEER_TLS_KEY } = process.env;
const store = require('./store.js')(PEER_DIRECTORY);

const app = express();
app.post(
  PEER_PATH,
  (request, response, next) => (request.get('X-Api-Key') === PEER_KEY ? next() : response.sendStatus(401)),
  express.raw({ type: () => true, limit: '4mb' }),
  (request, response) => {
    const id = request.get('X-Notification-Id');
    store(id, request.body);
    response.status(202).json({ id });
  }
);
https
  .createServer({ cert: fs.readFileSync(PEER_TLS_CERT), key: fs.readFileSync(PEER_TLS_KEY) }, app)
  .listen(Number(PEER_PORT), '127.0.0.1');
