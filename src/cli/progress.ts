import { SingleBar } from 'cli-progress';

/** Shows how far long work has come: a bar on a terminal, a line now and then elsewhere. */
export interface Progress {
  /** `done` of `total` units; `label` says of what. */
  update(label: string, done: number, total: number): void;
  finish(): void;
}

const LINE_EVERY_MS = 2_000;

/** Progress on standard error, so that standard output holds results only. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? barProgress(stream) : lineProgress(stream);
}

function barProgress(stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar({
    stream,
    format: '{bar} {percentage}%  {label}',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  return {
    update(label, done, total) {
      if (!started) bar.start(total, done, { label });
      started = true;
      bar.setTotal(total);
      bar.update(done, { label });
    },
    finish() {
      if (started) bar.stop();
      started = false;
    },
  };
}

function lineProgress(stream: NodeJS.WriteStream): Progress {
  let lastMs = 0;
  let wasWhole = false;
  return {
    update(label, done, total) {
      const nowMs = performance.now();
      const isWhole = done >= total;
      const isNews = isWhole && !wasWhole;
      wasWhole = isWhole;
      if (nowMs - lastMs < LINE_EVERY_MS && !isNews) return;
      lastMs = nowMs;
      const share = total === 0 ? 100 : Math.floor((100 * done) / total);
      stream.write(`${String(share).padStart(3)} %  ${label}\n`);
    },
    finish: () => undefined,
  };
}
