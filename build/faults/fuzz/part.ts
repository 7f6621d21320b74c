import { fuzz, type Tally } from '../../../fixtures/fuzz/fuzz.ts';
import { stands } from '../../../fixtures/fuzz/people.ts';
import { FuzzRoom } from '../../../fixtures/fuzz/room.ts';
import { part } from '../part.ts';

/** Every procedure with made-up inputs by everybody who may stand at the desk; `--only clerk` one of them, `--only refunds.` some procedures. */
export const fuzzPart = part({
  name: 'fuzz',
  about: 'every procedure × inputs made from its schema × everybody at the desk',
  numbers: { inputs: 1000 },
  run: async ({ numbers: { inputs }, seed, only = '', say }) => {
    const room = new FuzzRoom();
    const bad: string[] = [];
    const sum = { calls: 0, ok: 0, refused: 0, invalid: 0 };
    const done = new Set<string>();
    try {
      await room.furnish();
      const chosen = stands.filter((stand) => stand === only);
      for (const stand of chosen.length > 0 ? chosen : stands) {
        const result = await fuzz({ room, stand, inputs, seed, say, ...(chosen.length === 0 && { only }) });
        bad.push(...result.bad);
        sum.calls += result.calls;
        for (const [name, tally] of result.tallies) {
          for (const kind of ['ok', 'refused', 'invalid'] as const satisfies readonly (keyof Tally)[])
            sum[kind] += tally[kind];
          if (tally.ok > 0) done.add(name);
        }
      }
    } finally {
      room.leave();
    }
    const figures = `${sum.calls} calls: ${sum.ok} done (${done.size} procedures), ${sum.refused} refused, ${sum.invalid} not understood`;
    return { figures, bad };
  },
});
