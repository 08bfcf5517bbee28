import type { IncidentNotice } from '../../audit/index.ts';

/** How long a webhook may take. */
const PATIENCE_MS = 5_000;

/** Notices at once; what comes while so many are under way is on the log line only. */
const MOST_UNDER_WAY = 8;

/** Tells of incidents: a line for the operator each time, and the webhook where there is one. */
export interface Notifier {
  /** Returns at once; nothing that happens to the notice reaches the gate. */
  notify(notice: IncidentNotice): void;
  /** Waits for the notices under way. */
  settle(): Promise<void>;
}

/**
 * Opens a notifier. A webhook is sent the notice as JSON, with no content of what was stopped.
 *
 * @param webhook - https, or http on loopback, as the setting LUKOU_INCIDENT_WEBHOOK was checked to be.
 */
export function openNotifier(webhook: string | undefined, onMessage: (message: string) => void): Notifier {
  const underWay = new Set<Promise<void>>();
  return {
    notify(notice) {
      const { incident, gate, rule } = notice;
      onMessage(
        `guard: the ${gate} gate stopped what may not be online (rule ${rule}); incident ${incident}`,
      );
      if (webhook === undefined || underWay.size >= MOST_UNDER_WAY) return;
      const sending: Promise<void> = post(webhook, notice)
        .catch((error: unknown) => onMessage(`guard: incident ${incident} was not told: ${reasonOf(error)}`))
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    },
    async settle() {
      await Promise.all(underWay);
    },
  };
}

async function post(webhook: string, notice: IncidentNotice): Promise<void> {
  const { ok, status, body } = await fetch(webhook, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(notice),
    // A redirection could lead anywhere.
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await body?.cancel();
  if (!ok) throw new TypeError(`the webhook answered ${status}`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.name === 'TimeoutError' ? 'the webhook took too long' : error.message;
}
