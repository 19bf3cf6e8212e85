import { connect, createServer, type Socket } from 'node:net';

/** A line with a delay each way, as a process of its own: what is written to the port it says comes out at the other end later. */
const [port = 0, delayMs = 0] = process.argv.slice(2).map(Number);

function carry(from: Socket, to: Socket) {
  from.on('data', (data) => void setTimeout(() => to.write(data), delayMs));
  from.on('close', () => void setTimeout(() => to.destroy(), delayMs));
  from.on('error', () => from.destroy());
}
const server = createServer({ noDelay: true }, (near) => {
  const far = connect({ port, host: '127.0.0.1', noDelay: true });
  carry(near, far);
  carry(far, near);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(address?.port);
});
