export { ActForm, type ActGrounds } from './act-form.tsx';
export { Badge, DecisionBadge, decisionOf, type Decision, type Tone } from './badge.tsx';
export { Box } from './box.tsx';
export { ChoiceButtons } from './choice-buttons.tsx';
export { Chart } from './chart.tsx';
export type { ChartProps, Series } from './chart-props.ts';
export {
  choicesOf,
  gateWords,
  incidentWords,
  measureWords,
  reasonWords,
  roleWords,
  sensitivityWords,
  whyWords,
} from './coded-words.ts';
export { CopiedCode, CopyButton } from './copy-button.tsx';
export { DataTable, type Column, type DataTableProps } from './data-table.tsx';
export { Fact } from './fact.tsx';
export { FilterBar, type Filter } from './filter-bar.tsx';
export { PageHead } from './page-head.tsx';
export { Panel } from './panel.tsx';
export { PlainTable } from './plain-table.tsx';
export { tellCode } from './codes/tell-code.ts';
export { Answered, Denied, Empty, Failed, Loading } from './states.tsx';
export { Stat, Stats } from './stat.tsx';
export { Time } from './time.tsx';
export { THEMES, ThemeProvider, useTheme, type Theme } from './use-theme.tsx';
export { useSpanChoice } from './use-span-choice.tsx';
export { useUrlState, type UrlState } from './use-url-state.ts';
