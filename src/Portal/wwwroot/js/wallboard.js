// The wallboard's charts and its scale. No animation: only a number that changes may move.
import * as echarts from "../lib/echarts.mjs";

const token = name => getComputedStyle(document.getElementById("main")).getPropertyValue(name).trim();
const font = "\"PingFang SC\", \"Microsoft YaHei\", \"Noto Sans CJK SC\", sans-serif";

// Drawn for 1920×1080: everything is scaled to what the screen has, and the drawing grows to its shape.
export function fit(stage) {
  const shape = () => {
    const scale = Math.min(innerWidth / 1920, innerHeight / 1080);
    Object.assign(stage.style, { transform: `scale(${scale})`, width: `${innerWidth / scale}px`, height: `${innerHeight / scale}px` });
    for (const chart of stage.querySelectorAll("[_echarts_instance_]")) echarts.getInstanceByDom(chart)?.resize();
  };
  addEventListener("resize", shape);
  shape();
}

function chartIn(element) {
  return echarts.getInstanceByDom(element) ?? echarts.init(element, null, { renderer: "svg" });
}

export function bars(element, units) {
  const late = units.map(unit => unit.late);
  chartIn(element).setOption({
    animation: false,
    textStyle: { fontFamily: font },
    grid: { left: 146, right: 70, top: 0, bottom: 0 },
    xAxis: { show: false, max: Math.max(1, ...units.map(unit => unit.open)) * 1.14 },
    yAxis: [
      { type: "category", inverse: true, data: units.map(unit => unit.name), axisLine: { show: false }, axisTick: { show: false },
        axisLabel: { color: token("--c-ink"), fontSize: 19, margin: 14 } },
      { type: "category", inverse: true, position: "right", data: late.map(String), axisLine: { show: false }, axisTick: { show: false },
        axisLabel: {
          margin: 14, fontSize: 18, interval: 0,
          formatter: (value, at) => late[at] > 0 ? `{late|▲ ${late[at]}}` : "{none|—}",
          rich: { late: { color: token("--c-late"), fontSize: 18, fontWeight: 700, fontFamily: font }, none: { color: token("--c-ink-3"), fontSize: 18 } },
        } },
    ],
    series: [{
      type: "bar", data: units.map(unit => unit.open), barWidth: 26, itemStyle: { color: "#4f86cf", borderRadius: 2 },
      label: { show: true, position: "right", color: token("--c-ink"), fontSize: 18, fontWeight: 700, formatter: p => p.value.toLocaleString("en-US") },
    }],
  });
}

// Rest days that follow each other are one shaded band.
function restBands(days) {
  const bands = [];
  days.forEach((day, at) => {
    if (day.isWorkday) return;
    const last = bands.at(-1);
    if (last?.[1] === at - 1) last[1] = at;
    else bands.push([at, at]);
  });
  return bands.map(([from, to]) => [{ name: "休息日", xAxis: from - 0.5 }, { xAxis: to + 0.5 }]);
}

export function trend(element, days, today) {
  const last = days.length - 1;
  const top = Math.max(1, ...days.flatMap(day => [day.received, day.closed]));
  // Two ends that nearly meet keep their numbers apart.
  const close = Math.abs(days[last].received - days[last].closed) < top / 9;
  const end = (color, value, away) => ({ value, label: { show: true, position: "right", distance: 12, offset: [0, close ? away : 0], color, fontSize: 17, fontWeight: 700, formatter: String(value) } });
  const line = (key, color, away) => days.map((day, at) => at === last ? end(color, day[key], away) : day[key]);
  const [received, closed] = ["#7fb0f2", "#86d3a3"];
  const up = days[last].received >= days[last].closed ? -11 : 11;
  chartIn(element).setOption({
    animation: false,
    textStyle: { fontFamily: font },
    grid: { left: 54, right: 64, top: 14, bottom: 34 },
    xAxis: [
      { type: "category", boundaryGap: false, data: days.map((day, at) => at === last ? today : day.day), axisLine: { show: false }, axisTick: { show: false },
        axisLabel: {
          fontSize: 15, color: token("--c-ink-3"), interval: at => (last - at) % 2 === 0, margin: 12, showMaxLabel: true,
          formatter: value => value === today ? `{today|${value}}` : value,
          rich: { today: { color: token("--c-ink"), fontSize: 15, fontWeight: 700, fontFamily: font } },
        } },
      { type: "value", show: false, min: 0, max: last },
    ],
    yAxis: { type: "value", splitNumber: 4, minInterval: 1, axisLabel: { fontSize: 15, color: token("--c-ink-3") }, splitLine: { lineStyle: { color: token("--c-line") } } },
    series: [
      { type: "line", data: line("closed", closed, -up), symbol: "none", lineStyle: { color: closed, width: 2.5, type: [7, 5] }, itemStyle: { color: closed } },
      { type: "line", data: line("received", received, up), symbol: "circle", symbolSize: 7, lineStyle: { color: received, width: 3 }, itemStyle: { color: received } },
      { type: "line", xAxisIndex: 1, data: [], silent: true, markArea: {
        silent: true, itemStyle: { color: "#1a2c45" }, data: restBands(days),
        label: { position: "insideTop", color: token("--c-ink-3"), fontSize: 14 },
      } },
    ],
  });
  // The last point of a line without marks shows its number all the same.
  chartIn(element).setOption({ series: [{ showSymbol: true, symbol: "circle", symbolSize: 0.1 }] });
}
