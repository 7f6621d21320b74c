import {
  cruise,
  type ICruiseOptions,
  type ICruiseResult,
  type IForbiddenRuleType,
  type IViolation,
} from 'dependency-cruiser';
import { type Check, failed, passed } from './check.ts';
import { layerRules } from './layer-rules.ts';

/** Who may import whom. A package that is not in the table of `layer-rules.ts` is refused until somebody puts it there. */
export const layers: Check = {
  name: 'layers',
  title: 'who may import whom',
  async run({ root }) {
    const { modules, summary } = await cruiseFolder({
      root,
      rules: layerRules(),
      exclude: '^(out|release|shots)/|samples/',
    });
    if (summary.violations.length === 0) return passed(`${modules.length} files`);
    return failed(summary.violations.map(describe).join('\n'));
  },
};

type Cruise = {
  readonly root: string;
  readonly folder?: string;
  readonly rules: IForbiddenRuleType[];
  readonly exclude: string;
};

/** Reads the imports of a folder's code, Svelte and types included, and holds them against rules. */
export async function cruiseFolder({ root, folder = '.', rules, exclude }: Cruise): Promise<ICruiseResult> {
  const options: ICruiseOptions = {
    baseDir: root,
    ruleSet: { forbidden: rules },
    validate: true,
    doNotFollow: 'node_modules',
    exclude,
    tsPreCompilationDeps: true,
  };
  // Parts for Svelte are exported under a condition of their own.
  const conditions = {
    exportsFields: ['exports'],
    conditionNames: ['svelte', 'browser', 'import', 'require', 'node', 'types'],
  };
  const { output } = await cruise([folder], options, conditions);
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered with text: ${output}`);
  return output;
}

function describe({ rule, from, to, cycle }: IViolation): string {
  const path = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ');
  return `${rule.name}: ${from} → ${path}`;
}
