import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { scoreSubject, WARNING_LEVELS } from '../../src/scoring/index.ts';
import { rowsOf } from '../rules/sample/sample-rows.ts';
import { AT_MS, call, modelOf, shipped } from '../rules/scoring/read-model.ts';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'early-warning.md');
const [BEGIN, END] = ['<!-- made from src/scoring: begin -->', '<!-- made from src/scoring: end -->'];
const DAY_MS = 86_400_000;
const MODEL = modelOf(shipped());

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '-'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function describeModel(): string {
  const factors = MODEL.factors.map(({ code, windowDays, weight, most, where }) => {
    const conditions = Object.entries(where).map(([key, value]) => `${key}: ${String(value)}`);
    return [code, windowDays, weight, most, conditions.join(', ') || 'every call'];
  });
  const levels = MODEL.levels.map(({ level, from, jointUnits }) => [level, from, jointUnits.join(', ')]);
  return [
    `### ${MODEL.model} ${MODEL.version}`,
    table(['factor', 'days', 'points each', 'at most', 'where'], factors),
    table(['level', 'from', 'who acts'], levels),
  ].join('\n\n');
}

function describeArticle(): string {
  const calls = [0, 12, 29, 47, 70, 88].map((days, at) =>
    call(`JQ-${at}`, { occurredAtMs: AT_MS - days * DAY_MS, physicalConflict: at === 0 }),
  );
  const { score, level, factors } = scoreSubject(MODEL, calls, AT_MS);
  const rows = factors.map(({ code, count, weight, contribution }) => [code, count, weight, contribution]);
  return [
    `The article's case, six calls in three months with physical conflict, has ${score} points: **${level!.level}**.`,
    table(['factor', 'count', 'weight', 'contribution'], rows),
  ].join('\n\n');
}

function describeSample(): string {
  const warnings = rowsOf('DisputeWarning');
  const counts = WARNING_LEVELS.map(
    (level) => `${warnings.filter((warning) => warning.level === level).length} ${level}`,
  );
  return `The small sample has ${rowsOf('DisputeIncident').length} calls, and ${warnings.length} warnings that the model makes of them: ${counts.join(', ')}.`;
}

// To write it anew: LUKOU_WRITE_DOCS=1 npm test -- --testPathPatterns test/docs/early-warning
it('the model, the case and the figures of docs/early-warning.md are what the code makes of them', async () => {
  const page = await readFile(PAGE, 'utf8');
  const [before, after] = [page.split(BEGIN)[0]!, page.split(END)[1]!];
  const made = [describeModel(), describeArticle(), describeSample()].join('\n\n');
  const whole = `${before}${BEGIN}\n\n${made}\n\n${END}${after}`;
  const expected = await format(whole, { ...(await resolveConfig(PAGE)), parser: 'markdown' });
  if (process.env['LUKOU_WRITE_DOCS'] === '1') await writeFile(PAGE, expected);
  expect(await readFile(PAGE, 'utf8')).toBe(expected);
});
