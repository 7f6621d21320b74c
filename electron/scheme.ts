import { join } from 'node:path';
import { protocol, type Session } from 'electron';
import { electronOrigin, windowFiles } from '../host/window-files.ts';

const windowFolder = join(import.meta.dirname, '..', 'renderer');

/** Before the app is ready: our own scheme behaves like a secure origin, so that module scripts load from it. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers our own scheme with the window's files. */
export function serveWindow(session: Session): void {
  const answer = windowFiles(windowFolder);
  session.protocol.handle('app', async (request) => {
    const { host, protocol: scheme, pathname } = new URL(request.url);
    const isOurs = `${scheme}//${host}` === electronOrigin && request.method === 'GET';
    const { status, headers, body } = await answer(isOurs ? pathname : '');
    return new Response(body, { status, headers });
  });
}
