import { code128, type DrawingContext, ean13, qrcode } from 'bwip-js/generic';

/** A code as one path of black shapes, in modules. */
export type Code = {
  readonly path: string;
  readonly columns: number;
  readonly rows: number;
  readonly moduleMm: number;
};

/** One dot of a thermal printer of 203 dpi: modules of whole dots are printed with sharp edges. */
const dotMm = 0.125;
const qrSideMm = 15;
const barRows = 1;
/** The widest first; thinner ones are not read from cheap paper. */
const barModulesMm = [0.375, 0.25] as const;

type Drawn = { readonly path: string; readonly width: number; readonly height: number };

/** Catches what the generator draws as a path, without its own idea of pixels. */
function catchShapes(): DrawingContext<Drawn> {
  let path = '';
  let size = { width: 0, height: 0 };
  return {
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width, height) => {
      size = { width, height };
    },
    // A bar, named by its middle; odd widths are rounded up by half a module.
    line: (x, _y0, _x1, _y1, width) => {
      path += `M${x - Math.ceil(width / 2)} 0h${width}v${barRows}h-${width}z`;
    },
    polygon: (points) => {
      path += `M${points.map((point) => point.join(' ')).join('L')}z`;
    },
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => ({ path, ...size }),
  };
}

/** The QR code of a text, at least 15 mm wide, in modules of whole printer dots. */
export function qrOf(text: string): Code {
  const drawn = qrcode<Drawn>({ bcid: 'qrcode', text, scale: 1 }, catchShapes());
  // The generator draws two units to a module.
  const columns = drawn.width / 2;
  return { path: drawn.path, columns: drawn.width, rows: drawn.height, moduleMm: wholeDots(qrSideMm / columns) / 2 };
}

const wholeDots = (mm: number): number => Math.ceil(mm / dotMm) * dotMm;

/**
 * The bars of a text as wide as the room allows: EAN-13 where it is one (13 figures, the last a check: ISO/IEC 15420), else Code 128;
 * nothing where they would become too fine to read, or have no signs for the text.
 */
export function barsOf(text: string, roomMm: number): Code | undefined {
  if (!/^[\x20-\x7e]+$/.test(text)) return undefined;
  const options = { text, scale: 1, height: barRows };
  const { path, width } = isEan13(text)
    ? ean13<Drawn>({ bcid: 'ean13', ...options }, catchShapes())
    : code128<Drawn>({ bcid: 'code128', ...options }, catchShapes());
  const moduleMm = barModulesMm.find((mm) => mm * width <= roomMm);
  return moduleMm && { path, columns: width, rows: barRows, moduleMm };
}

/** Whether these are 13 figures of which the last is right: each second one counts three times, and all add up to whole tens. */
export function isEan13(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false;
  const sum = [...text].reduce((before, figure, index) => before + Number(figure) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
