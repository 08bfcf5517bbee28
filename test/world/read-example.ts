import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asker, Reply, World } from './open-world.ts';

const FOLDER = join(import.meta.dirname, '../../examples');

/** One of the analysts' questions: the query, and for whom and for what its comments say that it is asked. */
interface Example {
  readonly query: string;
  readonly caller: Asker;
  readonly purpose: string;
}

/** Reads `examples/<name>.graphql`. Throws where its comments do not name caller and purpose. */
function readExample(name: string): Example {
  const query = readFileSync(join(FOLDER, `${name}.graphql`), 'utf8');
  const comment = (key: string): string => {
    const [, value] = new RegExp(`^# ${key}: (\\w+)$`, 'm').exec(query) ?? [];
    if (value === undefined) throw new Error(`examples/${name}.graphql has no comment "# ${key}: ...".`);
    return value;
  };
  return { query, caller: comment('caller') as Asker, purpose: comment('purpose') };
}

/** Asks an example as its comments say. */
export function askExample(world: World, name: string): Promise<Reply> {
  const { query, caller, purpose } = readExample(name);
  return world.ask(caller, query, { purpose });
}
