import type { Session } from 'electron';

/** Every class of USB devices that Electron knows. */
const usbClasses = ['audio', 'audio-video', 'hid', 'mass-storage', 'smart-card', 'video', 'wireless'];

/** Where a window's content may come from. The developer's tools are pages of their own. */
const ownSchemes = ['app:', 'data:', 'blob:'];

/** No camera, no notifications, no devices, nothing: the window needs none of it. */
function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, give) => give(null));
  session.setUSBProtectedClassesHandler(() => usbClasses);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
}

/** Were a page ever asked which device or key it wants, the answer is none. */
function chooseNothing(session: Session): void {
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  session.on('select-webauthn-account', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-webauthn-authenticator', (event, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('file-system-access-restricted', (event, _details, choose) => {
    event.preventDefault();
    choose('deny');
  });
}

const guarded = new WeakSet<Session>();

/** A session may do nothing but show what the program brings with it. Once for each, however often it is heard of. */
export function guardSession(session: Session, { packaged }: { packaged: boolean }): void {
  if (guarded.has(session)) return;
  guarded.add(session);
  denyPermissions(session);
  chooseNothing(session);
  session.on('will-download', (event) => event.preventDefault());
  const schemes = packaged ? ownSchemes : [...ownSchemes, 'devtools:'];
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !schemes.includes(new URL(url).protocol) });
  });
}
