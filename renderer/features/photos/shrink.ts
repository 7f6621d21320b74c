/** The longest edge of a picture that is kept: enough to read a label, little enough for a folder of years. */
const edgeMost = 1600;
const quality = 0.85;

/** Of a picture this wide and high, scaled down so that neither edge passes the most. Never scaled up. */
export function shrunkSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, edgeMost / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Draws a picture anew as a smaller JPEG, upright and without what the camera wrote beside it; its bytes as Base64. Rejects what is no picture. */
export async function shrinkPicture(picture: Blob): Promise<string> {
  const drawn = await createImageBitmap(picture, { imageOrientation: 'from-image' });
  try {
    const { width, height } = shrunkSize(drawn.width, drawn.height);
    const canvas = new OffscreenCanvas(width, height);
    const paint = canvas.getContext('2d');
    if (!paint) throw new Error('this window cannot draw');
    // A see-through picture becomes one on white, as on paper.
    paint.fillStyle = '#fff';
    paint.fillRect(0, 0, width, height);
    paint.drawImage(drawn, 0, 0, width, height);
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    return base64Of(new Uint8Array(await jpeg.arrayBuffer()));
  } finally {
    drawn.close();
  }
}

const bytesAtOnce = 0x8000;

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += bytesAtOnce)
    text += String.fromCharCode(...bytes.subarray(at, at + bytesAtOnce));
  return btoa(text);
}
