const unheard: unknown[] = [];

function tell(): void {
  if (unheard.length) throw unheard.splice(0)[0];
}

/** For each test file. Mocha’s processes, unlike its command, would say nothing of a promise that fails unheard. */
export const mochaHooks = {
  beforeAll: () => void process.on('unhandledRejection', (reason) => unheard.push(reason)),
  afterEach: tell,
  afterAll: tell,
};
