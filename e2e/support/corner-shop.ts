import { afterEach } from 'vitest';
import { type StartedHost, type StartOptions, startHost } from './start-host.ts';

/**
 * Gives a file of journeys its `start`: the Corner Shop in English, with what all of the file needs and what a test asks for laid over it.
 * What was started is closed after each test.
 */
export function cornerShop(ofFile: StartOptions = {}): (options?: StartOptions) => Promise<StartedHost> {
  let host: StartedHost | undefined;
  afterEach(async () => {
    await host?.close();
    host = undefined;
  });
  return async (options = {}) => {
    const settings = { shopName: 'Corner Shop', ...ofFile.settings, ...options.settings };
    host = await startHost({ locale: 'en', ...ofFile, ...options, settings });
    return host;
  };
}
