/** QR codes (ISO/IEC 18004) as drawings inside the page. The one file of the papers that knows uqr. */
import { renderSVG } from 'uqr';
import { type Html, verbatim } from './html.ts';

/**
 * @param text up to about 2,300 bytes at error correction M, which forgives a crease or a stamp over an edge
 * @throws when the text is longer than the largest symbol holds
 */
export const qr = (text: string): Html =>
  verbatim(renderSVG(text.toWellFormed(), { ecc: 'M', border: 2, pixelSize: 4 }));
