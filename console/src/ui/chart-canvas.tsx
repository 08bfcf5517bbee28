import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type ReactNode, useEffect, useRef } from 'react';
import { useFormats } from '../i18n/index.ts';
import type { ChartProps } from './chart-props.ts';
import { useTheme } from './use-theme.tsx';

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const OWN_COLOURS = ['--accent', '--statistic', '--pointer', '--mask', '--deny', '--allow'];

/** The drawing of a chart. On a canvas: drawn as SVG it would write styles, which the console's policy refuses. */
export default function ChartCanvas({
  title,
  kind,
  categories,
  series,
  isHorizontal = false,
  height,
  onPick,
}: ChartProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const { shown: theme } = useTheme();
  const formats = useFormats();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string): string => style.getPropertyValue(name).trim();
    const chart = init(element);
    const text = { color: colour('--text-soft'), fontFamily: style.fontFamily, fontSize: 12 };
    const line = { lineStyle: { color: colour('--line') } };
    const ofCategories = {
      type: 'category' as const,
      data: [...categories],
      axisLabel: { ...text, hideOverlap: true },
      axisLine: line,
      axisTick: { show: false },
      ...(isHorizontal ? { inverse: true } : {}),
    };
    const ofValues = {
      type: 'value' as const,
      minInterval: 1,
      axisLabel: { ...text, formatter: (value: number) => formats.number(value) },
      splitLine: line,
    };
    chart.setOption({
      animation: false,
      grid: { left: 4, right: 12, top: series.length > 1 ? 32 : 8, bottom: 4, containLabel: true },
      ...(series.length > 1
        ? { legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: text } }
        : {}),
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        confine: true,
        backgroundColor: colour('--raised'),
        borderColor: colour('--line'),
        textStyle: { ...text, color: colour('--text') },
        valueFormatter: (value: unknown) => (typeof value === 'number' ? formats.number(value) : '—'),
      },
      xAxis: isHorizontal ? ofValues : ofCategories,
      yAxis: isHorizontal ? ofCategories : ofValues,
      series: series.map(({ name, values, tone }, index) => ({
        name,
        type: kind === 'line' ? ('line' as const) : ('bar' as const),
        data: values.map((value) => value ?? '-'),
        color: colour(
          tone === undefined ? (OWN_COLOURS[index % OWN_COLOURS.length] ?? '--accent') : `--${tone}`,
        ),
        barMaxWidth: 22,
        showSymbol: false,
        lineStyle: { width: 1.8 },
        ...(kind === 'stacked' ? { stack: 'all' } : {}),
      })),
    });
    chart.on('click', ({ dataIndex }) => onPick?.(dataIndex));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [kind, categories, series, isHorizontal, onPick, theme, formats]);
  return (
    <div
      ref={place}
      className="chart-canvas"
      style={height === undefined ? undefined : { height }}
      role="img"
      aria-label={title}
    />
  );
}
