import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { homeOf } from '../host/home.ts';
import { type Command, understand } from './arguments.ts';
import { runBatch } from './batch.ts';
import { listProcedures } from './list.ts';
import type { OpenShop } from './open.ts';
import { type ExitCode, exitCodes, leave, type Said, sayOutcome, writeJson } from './output.ts';
import { signIn, takePin } from './sign-in.ts';

const pretty = process.stdout.isTTY;

async function say({ json, exit }: Said): Promise<ExitCode> {
  await writeJson(json, { pretty });
  return exit;
}

async function call(shop: OpenShop, { name, json }: Command & { command: 'call' }): Promise<ExitCode> {
  let input: unknown;
  try {
    const given = json === '-' ? await text(process.stdin) : (json ?? '{}');
    input = JSON.parse(given.replace(/^\uFEFF/, ''));
  } catch (error) {
    return say({ json: { invalid: [{ path: '', message: (error as Error).message }] }, exit: exitCodes.invalid });
  }
  return say(sayOutcome(await shop.call(name, input), await shop.locale()));
}

async function act(shop: OpenShop, command: Exclude<Command, { command: 'list' }>): Promise<ExitCode> {
  switch (command.command) {
    case 'call':
      return call(shop, command);
    case 'batch':
      return runBatch(shop, command.file);
    case 'print': {
      // Only this command needs a browser, and loading what drives it takes longer than most calls.
      const { printDocument } = await import('./print.ts');
      return say(await printDocument(shop, command.request, await shop.locale()));
    }
    case 'demo': {
      const locale = await shop.locale();
      return say(sayOutcome(await shop.call('demo.fill', { id: randomUUID(), locale }), locale));
    }
  }
}

async function main(): Promise<ExitCode> {
  const understood = understand(process.argv.slice(2));
  if ('invalid' in understood) return say({ json: understood, exit: exitCodes.invalid });
  const command = understood.ok;
  if (command.command === 'list') return say({ json: listProcedures(), exit: exitCodes.ok });
  // Only what needs the shop waits for its modules.
  const { openShop } = await import('./open.ts');
  const pin = takePin();
  const home = homeOf(command.data);
  const shop = openShop({ folder: home.folder(), mustExist: home.isMoved() });
  try {
    const keptOut = await signIn(shop, { as: command.as, pin }, await shop.locale());
    return keptOut ? await say(keptOut) : await act(shop, command);
  } finally {
    await shop.close();
  }
}

// Whoever reads may stop early (`| head`): that is no bug of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? exitCodes.ok : exitCodes.bug),
);
try {
  await leave(await main());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  await leave(exitCodes.bug);
}
