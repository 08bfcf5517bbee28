/** A part of a text that is read on its own: `[start, end)`, always whole lines. */
export interface TextWindow {
  readonly start: number;
  readonly end: number;
}

const WINDOW = 2048;
/** A mark may run over a line end, so a window begins with the end of the one before. */
const OVERLAP = 256;

/**
 * Cuts a long text at line ends, so that a rule reads only the windows that hold one of its anchors. Each unit is in two
 * windows at most, whatever the lengths of the lines.
 */
export function cutWindows(text: string): readonly TextWindow[] {
  if (text.length <= WINDOW * 2) return [{ start: 0, end: text.length }];
  const windows: TextWindow[] = [];
  let from = 0;
  let earliest = 0;
  while (from < text.length) {
    const lineEnd = text.indexOf('\n', from + WINDOW);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    const start = from === 0 ? 0 : Math.max(earliest, text.lastIndexOf('\n', from - OVERLAP) + 1);
    windows.push({ start, end });
    earliest = from;
    from = end;
  }
  return windows;
}
