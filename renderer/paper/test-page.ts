import { documentWords } from '../../contract/words/index.ts';
import type { PaperTest } from './document.ts';
import type { Voice } from './voice.ts';
import type { Writer } from './writer.ts';

/** What the codes of every test page say. */
const scannedTest = 'BS-0123456789';
const sizesPt = [9, 10, 12];
const sample = '退货换货 永字八法 Refund 0123456789';

/** A page to try a printer with; nothing of it is of the shop's trade. */
export const testPageWriter: Writer = async ({ printedAt }) => ({ write: (voice) => testPage(printedAt, voice) });

function testPage(printedAt: number, voice: Voice): PaperTest {
  return {
    isTest: true,
    title: voice.say(documentWords['test-page']),
    samples: sizesPt.map((sizePt) => ({ sizePt, text: sample })),
    scanned: scannedTest,
    printedAt: voice.text('paper.printed-at', { time: voice.time(printedAt) }),
  };
}
