const fs = require('node:fs');

const { PEER_DIRECTORY, PEER_PORT, PEER_PATH, PEER_KEY, PEER_TLS_CERT, PEER_TLS_KEY } = process.env;

fs.writeFileSync(
  `${PEER_DIRECTORY}/flows.json`,
  JSON.stringify([
    { id: 'tab', type: 'tab', label: 'calls' },
    { id: 'in', z: 'tab', type: 'http in', url: PEER_PATH, method: 'post', wires: [['store']] },
    {
      id: 'store',
      z: 'tab',
      type: 'function',
      outputs: 1,
      func: `
        if (msg.req.get('X-Api-Key') !== global.get('key')) {
          msg.statusCode = 401;
          msg.payload = '';
          return msg;
        }
        const id = msg.req.get('X-Notification-Id');
        global.get('store')(id, JSON.stringify(msg.payload));
        msg.statusCode = 202;
        msg.payload = { id };
        return msg;`,
      wires: [['out']],
    },
    { id: 'out', z: 'tab', type: 'http response', wires: [] },
  ])
);

module.exports = {
  uiHost: '127.0.0.1',
  uiPort: Number(PEER_PORT),
  https: { cert: fs.readFileSync(PEER_TLS_CERT), key: fs.readFileSync(PEER_TLS_KEY) },
  httpAdminRoot: false,
  flowFile: 'flows.json',
  functionGlobalContext: { key: PEER_KEY, store: require('./store.js')(PEER_DIRECTORY) },
  logging: { console: { level: 'error', metrics: false, audit: false } },
};
