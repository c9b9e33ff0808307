// Starts the emulator on the loopback: node start.js PORT, where telegram-test-api can be found (NODE_PATH).
const TelegramServer = require("telegram-test-api");
const server = new TelegramServer({ host: "127.0.0.1", port: Number(process.argv[2]), storeTimeout: 3600 });
server.start().then(() => console.log(server.config.apiURL));
