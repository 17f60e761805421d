// Turns a drawn figure into one to zoom and read, with uPlot; without scripts the drawing stands as it is.
(function () {
  "use strict";
  const HEIGHTS = [320, 130];
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

  function errorBars(u, index, error) {
    const context = u.ctx, x = u.data[0], y = u.data[index];
    context.save();
    context.beginPath();
    context.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
    context.clip();
    context.beginPath();
    context.strokeStyle = u.series[index].points._stroke || css("ink");
    context.lineWidth = devicePixelRatio;
    for (let i = 0; i < x.length; i++) {
      if (y[i] == null || error[i] == null) continue;
      const floor = u.scales.y.distr === 3 ? u.scales.y.min : -Infinity;
      const at = u.valToPos(x[i], "x", true);
      context.moveTo(at, u.valToPos(Math.max(floor, y[i] - error[i]), "y", true));
      context.lineTo(at, u.valToPos(y[i] + error[i], "y", true));
    }
    context.stroke();
    context.restore();
  }

  function options(series) {
    const colour = css(series.colour);
    const common = { label: series.name, stroke: colour, spanGaps: true, points: { show: false } };
    switch (series.style) {
      case "points": return { ...common, spanGaps: false, paths: () => null, points: { show: true, size: 5, fill: colour, stroke: colour } };
      case "trace": return { ...common, spanGaps: false, width: 1 };
      case "dashed": return { ...common, width: 1.6, dash: [6, 4] };
      case "area": return { ...common, width: 1.2, fill: colour + "38" };
      case "bars": return { ...common, width: 0, fill: colour, paths: uPlot.paths.bars({ size: [0.85, 40], align: 0 }) };
      default: return { ...common, width: 1.8 };
    }
  }

  function guides(u) {
    const context = u.ctx;
    context.save();
    context.strokeStyle = css("c1");
    context.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
    context.beginPath();
    for (const level of [-2, 2]) {
      const y = u.valToPos(level, "y", true);
      context.moveTo(u.bbox.left, y);
      context.lineTo(u.bbox.left + u.bbox.width, y);
    }
    context.stroke();
    context.restore();
  }

  // Named positions, their names reading upwards beside their lines.
  function marks(u, named) {
    const context = u.ctx, ratio = devicePixelRatio, top = u.bbox.top;
    let free = u.bbox.left + 11 * ratio;
    context.save();
    context.beginPath();
    context.rect(u.bbox.left, top, u.bbox.width, u.bbox.height);
    context.clip();
    context.font = 10.5 * ratio + "px system-ui, sans-serif";
    context.textAlign = "right";
    for (const one of [...named].sort((a, b) => a.x - b.x)) {
      if (one.x < u.scales.x.min || one.x > u.scales.x.max) continue;
      const at = u.valToPos(one.x, "x", true), beside = Math.max(at - 3 * ratio, free);
      free = beside + 12.5 * ratio;
      context.strokeStyle = css("c4");
      context.setLineDash([2 * ratio, 3 * ratio]);
      context.beginPath();
      context.moveTo(at, top);
      context.lineTo(at, top + u.bbox.height);
      context.stroke();
      context.save();
      context.translate(beside, top + 4 * ratio);
      context.rotate(-Math.PI / 2);
      context.fillStyle = css("ink");
      context.fillText(one.label, 0, 0);
      context.restore();
    }
    context.restore();
  }

  function axis(label, size) {
    const line = css("muted");
    return { label, stroke: css("ink"), size, labelSize: 20, labelGap: 2, labelFont: "12px system-ui, sans-serif", font: "11px system-ui, sans-serif",
      grid: { stroke: css("grid"), width: 1 }, ticks: { stroke: line, width: 1, size: 5 } };
  }

  function panel(figure, index, logarithmic, key, width) {
    const data = figure.panels[index], last = index === figure.panels.length - 1;
    const joined = uPlot.join(data.series.map((one) => [figure.grids[one.x], one.y]));
    const errors = data.series.map((one) => one.error && uPlot.join([[joined[0]], [figure.grids[one.x], one.error]])[1]);
    const x = axis(last ? figure.xLabel : undefined, last ? 34 : 12);
    if (!last) x.values = (u, ticks) => ticks.map(() => "");
    const range = logarithmic
      ? (u, low, high) => [data.logarithmicLow, 1.5 * high]
      : data.pulls ? data.yRange : (u, low, high) => [Math.min(low, Math.max(0, data.yRange[0])), high + 0.08 * (high - low)];
    return {
      data: joined,
      options: {
        width, height: HEIGHTS[Math.min(index, 1)] + (last ? 22 : 0),
        cursor: { sync: { key, setSeries: false }, drag: { x: true, y: false } },
        scales: { x: { time: false, range: (u, low, high) => (low == null ? figure.xRange : [low, high]) }, y: { distr: logarithmic ? 3 : 1, range } },
        axes: [x, { ...axis(data.yLabel, 58), space: index === 0 ? 30 : 18 }],
        series: [{ label: figure.xLabel }, ...data.series.map(options)],
        hooks: {
          draw: [(u) => {
            errors.forEach((error, i) => { if (error && u.series[i + 1].show) errorBars(u, i + 1, error); });
            if (data.pulls) guides(u);
            if (data.marks) marks(u, data.marks);
          }],
        },
      },
    };
  }

  function explore(element, number) {
    const figure = JSON.parse(element.querySelector("script.numbers").textContent);
    const canvas = element.querySelector(".canvas");
    const explorer = document.createElement("div");
    const tools = document.createElement("div");
    explorer.className = "explorer";
    tools.className = "tools";
    let logarithmic = figure.panels.length > 0 && figure.panels[0].scale === "logarithmic";
    let plots = [];

    function clear() {
      plots.forEach((plot) => plot.destroy());
      plots = [];
      explorer.replaceChildren();
    }

    function draw() {
      clear();
      const key = "figure-" + number;
      figure.panels.forEach((one, index) => {
        const { data, options: made } = panel(figure, index, index === 0 ? logarithmic : one.scale === "logarithmic", key, element.clientWidth);
        made.hooks.setScale = [(u, scale) => {
          if (scale !== "x" || plots.length < figure.panels.length) return;
          const { min, max } = u.scales.x;
          for (const other of plots) {
            if (other.scales.x.min !== min || other.scales.x.max !== max) other.setScale("x", { min, max });
          }
        }];
        const plot = new uPlot(made, data, explorer);
        plot.setScale("x", { min: figure.xRange[0], max: figure.xRange[1] });
        plot.over.addEventListener("dblclick", () => plot.setScale("x", { min: figure.xRange[0], max: figure.xRange[1] }));
        plots.push(plot);
      });
    }

    function button(text, action) {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = text;
      made.addEventListener("click", action);
      tools.append(made);
      return made;
    }

    const open = button("Zoom and read values", () => show(explorer.hidden));
    const scale = button("", () => { logarithmic = !logarithmic; label(); draw(); });
    const hint = document.createElement("span");
    hint.textContent = "Drag across to zoom, double-click to reset.";
    tools.append(hint);

    function label() { scale.textContent = logarithmic ? "Linear scale" : "Logarithmic scale"; }

    function show(interactive) {
      explorer.hidden = scale.hidden = hint.hidden = !interactive;
      canvas.hidden = interactive;
      open.textContent = interactive ? "Back to the drawing" : "Zoom and read values";
      if (interactive) draw(); else clear();
    }

    label();
    canvas.after(explorer, tools);
    show(false);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (!explorer.hidden) draw(); });
    addEventListener("resize", () => plots.forEach((plot) => {
      if (plot.width !== element.clientWidth) plot.setSize({ width: element.clientWidth, height: plot.height });
    }));
  }

  document.querySelectorAll("figure.figure").forEach(explore);
  // On paper every closed table of a few rows should be open.
  addEventListener("beforeprint", () => document.querySelectorAll(".finding details").forEach((one) => { one.open = true; }));
})();
