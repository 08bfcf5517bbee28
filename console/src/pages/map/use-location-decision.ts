import { MapMaskDocument } from '../../graphql/generated.ts';
import { type Disclosure, useQuestion } from '../../graphql/index.ts';
import { useStated } from '../../session/index.ts';

/**
 * What was decided about the locations of a list, with the parameters of a mask; undefined where they are told as they
 * are. An answer names the mask alone: how large its squares are, the gateway's explanation says.
 */
export function useLocationDecision(
  list: 'gantries' | 'checkpoints',
  disclosure: readonly Disclosure[],
): string | undefined {
  const stated = useStated();
  const found = disclosure.find(({ path }) => path.at(-1) === 'location')?.decision;
  const question = useQuestion(
    MapMaskDocument,
    { operation: `{ ${list}(first: 1) { nodes { location } } }`, withCase: stated.caseReference !== null },
    { ...stated, enabled: found === 'mask:geo.grid' },
  );
  if (found !== 'mask:geo.grid') return found;
  const explained = question.data?.data.explain.fields.find(({ path }) => path === `${list}.nodes.location`);
  return explained?.decision ?? found;
}
