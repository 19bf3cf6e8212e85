import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { WebSocketServer } from 'ws';

/** What the console is held against, as a process of its own: the files of one folder, and a WebSocket that says back what it hears. */
const folder = process.argv[2] ?? '.';
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const server = createServer((request, response) => {
  const name = path.basename(new URL(request.url ?? '/', 'http://localhost').pathname) || 'index.html';
  response.setHeader('content-type', types[path.extname(name)] ?? 'text/plain');
  createReadStream(path.join(folder, name))
    .on('error', () => response.writeHead(404).end())
    .pipe(response);
});
new WebSocketServer({ server }).on('connection', (socket) => socket.on('message', (data) => socket.send(String(data))));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`http://127.0.0.1:${address?.port}/`);
});
