import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { CONTEXT_REFUSAL_REASONS, gatewaySettingsSchema, trustGateways } from '../../src/identity/index.ts';

const section = /^## An agency of its own$([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(
  readFileSync('docs/federation.md', 'utf8'),
)![1]!;

it('docs/federation.md explains each reason that a context is refused for, and no other', () => {
  const explained = [...section.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, reason]) => reason);
  expect(explained).toEqual([...CONTEXT_REFUSAL_REASONS]);
});

it('docs/federation.md shows a file of gateways that is accepted', async () => {
  const yaml = /```yaml\n( +gateways:[\s\S]*?)```/.exec(section)![1]!.replaceAll(/^ {3}/gm, '');
  const trusted = await trustGateways(gatewaySettingsSchema.parse(parse(yaml)));
  expect([...trusted.keys()]).toEqual(['lukou']);
});
