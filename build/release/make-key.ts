import { generateKeyPairSync } from 'node:crypto';
import { publicKeyText } from '../../host/update/signature.ts';

/**
 * Prints a new pair of keys for releases; docs/RELEASING.md says where each half belongs. Nothing is written to the disk: what becomes of the
 * private half is the owner's decision alone.
 */
const { privateKey } = generateKeyPairSync('ed25519');
const privateText = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
console.log(`public   ${publicKeyText(privateKey)}`);
console.log(`private  ${privateText}`);
