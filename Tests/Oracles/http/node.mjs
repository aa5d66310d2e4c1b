// Reads the requests of requests.json with node's HTTP server and prints what it made of each, as JSON.
import { createServer } from "node:http";
import { connect } from "node:net";
import { readFileSync } from "node:fs";

const cases = JSON.parse(readFileSync(new URL("requests.json", import.meta.url), "utf8"));
let seen;
const server = createServer({ keepAliveTimeout: 2000 });
function take(request, response) {
  const entry = { method: request.method, target: request.url, headers: [], body: null };
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    entry.headers.push([request.rawHeaders[i].toLowerCase(), Buffer.from(request.rawHeaders[i + 1], "latin1").toString("utf8")]);
  }
  seen.pending = entry;
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    entry.body = Buffer.concat(chunks).toString("latin1");
    seen.requests.push(entry);
    seen.pending = null;
    response.end("ok");
  });
  request.on("error", () => {});
}
server.on("request", take);
server.on("checkContinue", (request, response) => { response.writeContinue(); take(request, response); });
server.on("checkExpectation", take);
server.on("connect", (request, socket) => { seen.connect = true; socket.end(); });
server.on("clientError", (error, socket) => {
  seen.error = seen.error ?? error.code;
  socket.destroy();
});
server.listen(0, "127.0.0.1", async () => {
  const results = [];
  for (const { text } of cases) {
    seen = { requests: [], pending: null, error: null, connect: false };
    await new Promise((resolve) => {
      const socket = connect(server.address().port, "127.0.0.1");
      socket.on("error", () => {});
      // Without a Host node answers 400 by itself and tells no event.
      socket.on("data", (data) => { if (data.includes("HTTP/1.1 400")) seen.error = seen.error ?? "400"; });
      socket.end(Buffer.from(text, "utf8"));
      // The server ends each of these connections; were one left open, this ends it.
      const patience = setTimeout(() => socket.destroy(), 15000);
      socket.on("close", () => { clearTimeout(patience); resolve(); });
    });
    await new Promise((resolve) => setTimeout(resolve, 2));
    results.push({ requests: seen.requests, error: seen.error, pending: seen.pending !== null, connect: seen.connect });
  }
  process.stdout.write(JSON.stringify(results));
  server.close();
  process.exit(0);
});
