import { expect, test } from 'vitest';
import { layerRules } from './layer-rules.ts';
import { cruiseFolder } from './layers.ts';

const samples = 'build/checks/layer-samples';

test('each rule is broken by its own sample, and no sample breaks another', async () => {
  const rules = layerRules(`${samples}/[^/]+/`);
  const { summary } = await cruiseFolder({ root: process.cwd(), folder: samples, rules, exclude: '^out/' });
  const broken = summary.violations.map(({ rule, from }) => `${from.split('/')[3]} breaks ${rule.name}`);
  const expected = rules.map(({ name }) => `${name} breaks ${name}`);
  expect([...new Set(broken)].sort()).toEqual([...new Set(expected)].sort());
});
