import { useTranslation } from 'react-i18next';

/** What the last two minutes are, at one sample a second. */
const shownSamples = 120;
const size = { width: 320, height: 30 };

type PlotProps = {
  label: string;
  /** The present figure, in words. */
  value: string;
  points: readonly (number | null)[];
  /** Above it the line is amber. */
  limit?: number;
  /** Places of events in `points`, counted from the start. */
  marks?: readonly number[];
};

/** One neutral line. It grows from the right, so that the present is always at the same place. */
export function Plot({ label, value, points, limit = Number.POSITIVE_INFINITY, marks = [] }: PlotProps) {
  const { t } = useTranslation();
  const shown = points.slice(-shownSamples);
  const { under, line, over } = pathsOf(shown, limit);
  const first = points.length - shown.length;
  return (
    <div className="plot-figure">
      <span>{label}</span>
      <b>{value}</b>
      <svg
        className="plot"
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('statistics.plot', { what: label, value })}
      >
        <path className="under" d={under} />
        <path d={line} />
        <path className="over" d={over} />
        {marks
          .filter((mark) => mark >= first)
          .map((mark) => (
            <path key={mark} className="at" d={`M${xOf(mark - first, shown.length)} 0V${size.height}`} />
          ))}
      </svg>
    </div>
  );
}

const xOf = (at: number, count: number) => (((shownSamples - count + at) / (shownSamples - 1)) * size.width).toFixed(1);

/** SVG paths of the area, the line, and its parts above the limit. What was not measured is drawn as nothing measured: zero. */
export function pathsOf(points: readonly (number | null)[], limit: number): { under: string; line: string; over: string } {
  if (points.length < 2) return { under: '', line: '', over: '' };
  const values = points.map((point) => point ?? 0);
  const top = Math.max(...values) * 1.15 || 1;
  const places = values.map((value, at) => `${xOf(at, values.length)} ${(29 - (value / top) * 27).toFixed(1)}`);
  const line = `M${places.join('L')}`;
  return {
    line,
    under: `M${xOf(0, values.length)} ${size.height}L${places.join('L')}L${size.width} ${size.height}Z`,
    over: values.flatMap((value, at) => (value > limit && at > 0 ? [`M${places[at - 1]}L${places[at]}`] : [])).join(''),
  };
}
