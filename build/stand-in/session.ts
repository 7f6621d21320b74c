import { EventEmitter } from 'node:events';
import type { OnBeforeRequestListenerDetails, Protocol, Session } from 'electron';

type BeforeRequest = (details: OnBeforeRequestListenerDetails, decide: (answer: { cancel?: boolean }) => void) => void;
type Handlers = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setUSBProtectedClassesHandler'
  | 'setBluetoothPairingHandler'
>;
type Handler<Name extends keyof Handlers> = Parameters<Handlers[Name]>[0] | undefined;

/** A session that keeps what it was told; its events are emitted by the test. */
export class StandInSession extends EventEmitter implements Handlers {
  readonly protocol: Pick<Protocol, 'handle'>;
  beforeRequest: BeforeRequest | undefined;
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null) => {
      this.beforeRequest = listener ?? undefined;
    },
  };
  permissionRequest: Handler<'setPermissionRequestHandler'>;
  permissionCheck: Handler<'setPermissionCheckHandler'>;
  devicePermission: Handler<'setDevicePermissionHandler'>;
  displayMedia: Handler<'setDisplayMediaRequestHandler'>;
  usbProtectedClasses: Handler<'setUSBProtectedClassesHandler'>;
  bluetoothPairing: Handler<'setBluetoothPairingHandler'>;

  constructor(protocol: Pick<Protocol, 'handle'>) {
    super();
    this.protocol = protocol;
  }
  setPermissionRequestHandler: Handlers['setPermissionRequestHandler'] = (handler) => {
    this.permissionRequest = handler;
  };
  setPermissionCheckHandler: Handlers['setPermissionCheckHandler'] = (handler) => {
    this.permissionCheck = handler;
  };
  setDevicePermissionHandler: Handlers['setDevicePermissionHandler'] = (handler) => {
    this.devicePermission = handler;
  };
  setDisplayMediaRequestHandler: Handlers['setDisplayMediaRequestHandler'] = (handler) => {
    this.displayMedia = handler;
  };
  setUSBProtectedClassesHandler: Handlers['setUSBProtectedClassesHandler'] = (handler) => {
    this.usbProtectedClasses = handler;
  };
  setBluetoothPairingHandler: Handlers['setBluetoothPairingHandler'] = (handler) => {
    this.bluetoothPairing = handler;
  };
}
