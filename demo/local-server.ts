import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Has the server listen on localhost, and only there.
 * @param port 0 for any free one
 * @returns its origin, `http://localhost:8080`
 * @throws Error that says so when the port is taken
 */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new Error(`Port ${port} is taken by another program.`, { cause: error }) : error);
    });
    server.listen(port, 'localhost', () => {
      resolve(`http://localhost:${(server.address() as AddressInfo).port}`);
    });
  });
}

/** Ends the server, open connections too. One that does not listen is left alone. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
