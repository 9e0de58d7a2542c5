/// The colours of charts, for the page to hold once.
public enum ChartStyle {
    /// Style rules for the classes that charts use.
    ///
    /// Text and axes take the page's own colour. Colours of light and dark follow the page's `color-scheme`: a page
    /// that has a dark form declares `color-scheme: light dark`. On paper and in forced colours all is one colour, and
    /// shape and dashes tell things apart.
    public static let css = """
        .chart {
          --chart-line: #1d5a9e; --chart-alert: #b3261e; --chart-target: #256b35; --chart-benchmark: #6b4a9a;
          display: block; width: 100%; height: auto; max-width: 32rem; overflow: visible;
          color: inherit; font-family: inherit; font-variant-numeric: tabular-nums;
        }
        @supports (color: light-dark(#000, #fff)) {
          .chart {
            --chart-line: light-dark(#1d5a9e, #8abdff); --chart-alert: light-dark(#b3261e, #ff9a91);
            --chart-target: light-dark(#256b35, #8fd6a0); --chart-benchmark: light-dark(#6b4a9a, #cdb0ff);
          }
        }
        .chart-sparkline { display: inline-block; width: 6rem; height: 1.5rem; vertical-align: middle; }
        .chart-tile-edge { stroke-opacity: .45; }
        .chart-tile-value { font-weight: 700; }
        .chart-grid { stroke-opacity: .16; }
        .chart-zero, .chart-tick { stroke-opacity: .7; }
        .chart-leader { stroke-opacity: .55; }
        .chart-tick-text, .chart-key-text, .chart-caption, .chart-note { fill-opacity: .82; }
        .chart-last { font-weight: 700; }
        .chart-line, .chart-point, .chart-bar { stroke: var(--chart-line); }
        .chart-point, .chart-bar { fill: var(--chart-line); }
        .chart-line { stroke-linejoin: round; stroke-linecap: round; }
        .chart-alerting { stroke: var(--chart-alert); fill: var(--chart-alert); }
        .chart-improving { stroke: var(--chart-target); fill: var(--chart-target); }
        .chart-ring { stroke: var(--chart-alert); }
        .chart-tolerance { stroke: var(--chart-target); }
        .chart-funnel .chart-last { paint-order: stroke; stroke: var(--chart-surface, Canvas); stroke-width: 3px; }
        .chart-limit, .chart-limit-text { stroke-opacity: .8; fill-opacity: .9; }
        .chart-hollow { fill: var(--chart-surface, Canvas); }
        .chart-threshold { stroke: var(--chart-alert); }
        .chart-target { stroke: var(--chart-target); }
        .chart-benchmark { stroke: var(--chart-benchmark); }
        .chart-threshold-text, .chart-alerting-text { fill: var(--chart-alert); }
        .chart-target-text { fill: var(--chart-target); }
        .chart-benchmark-text { fill: var(--chart-benchmark); }
        @media print {
          .chart { --chart-line: #000; --chart-alert: #000; --chart-target: #000; --chart-benchmark: #000; color: #000;
            --chart-surface: #fff; break-inside: avoid; print-color-adjust: exact; }
        }
        @media (forced-colors: active) {
          .chart { --chart-line: CanvasText; --chart-alert: CanvasText; --chart-target: CanvasText;
            --chart-benchmark: CanvasText; color: CanvasText; }
        }

        """
}
