import { readFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:tls';
import type { StandInOptions } from '../../demo/stand-in.js';
import { Stage } from './stage.js';

const read = (name: string) => readFileSync(new URL(`tls/${name}.pem`, import.meta.url));

/** The stand-in's editors at an address of Microsoft's own service, which the browser looks for on this machine. */
export class CloudStage extends Stage {
  #service!: Server;

  constructor(options: StandInOptions = {}) {
    super({ ...options, client: 'microsoft' }, [
      '--host-resolver-rules=MAP *.officeapps.live.com 127.0.0.1',
      '--ignore-certificate-errors',
    ]);
    before(async () => {
      const office = Number(new URL(this.standIn.officeUrl).port);
      const secret = { key: read('key'), cert: read('certificate') };
      this.#service = createServer(secret, (socket) => {
        const inside = connect(office, 'localhost');
        const end = () => [socket, inside].forEach((one) => one.destroy());
        for (const one of [socket, inside]) one.on('error', end).on('close', end);
        socket.pipe(inside).pipe(socket);
      });
      await new Promise<void>((resolve) => this.#service.listen(0, '127.0.0.1', resolve));
    });
    beforeEach(() => {
      const { port } = this.#service.address() as AddressInfo;
      this.standIn.nuxeo.faults.editorOrigin = `https://excel.officeapps.live.com:${port}`;
    });
    after(() => this.#service.close());
  }
}
