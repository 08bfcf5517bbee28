import type { Reply, World } from '../world/open-world.ts';

/** A request to the endpoint as the test writes it, byte for byte. */
export async function postRaw(
  world: World,
  {
    payload,
    headers = {},
    remoteAddress,
  }: { payload: string | Buffer; headers?: Record<string, string>; remoteAddress?: string },
): Promise<Reply> {
  const response = await world.gateway.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
    ...(remoteAddress !== undefined && { remoteAddress }),
  });
  return { status: response.statusCode, text: response.body, body: response.json() };
}
