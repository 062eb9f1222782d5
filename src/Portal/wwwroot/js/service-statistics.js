// Charts of the statistics of service. The tables beside them say the same.
import * as echarts from "../lib/echarts.mjs";

const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const font = "\"PingFang SC\", \"Microsoft YaHei\", \"Noto Sans CJK SC\", sans-serif";

function chartIn(element) {
  const known = echarts.getInstanceByDom(element);
  if (known) return known;
  const chart = echarts.init(element, null, { renderer: "svg" });
  new ResizeObserver(() => { if (element.isConnected) chart.resize(); }).observe(element);
  return chart;
}

export function channels(element, rows) {
  element.style.height = `${rows.length * 34 + 40}px`;
  const series = (name, key, color) => ({ name, type: "bar", stack: "all", barWidth: 16, data: rows.map(row => row[key]), itemStyle: { color } });
  const chart = chartIn(element);
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: font },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: token("--c-ink-2"), fontSize: 12 } },
    grid: { left: 72, right: 16, top: 32, bottom: 4 },
    xAxis: { show: false },
    yAxis: { type: "category", inverse: true, data: rows.map(row => row.name), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: token("--c-ink"), fontSize: 13 } },
    series: [series("成功", "succeeded", token("--c-primary")), series("失败", "failed", token("--c-late")), series("等待", "waiting", "#b8c2d0")],
  }, true);
  chart.resize();
}

export function days(element, rows) {
  const chart = chartIn(element);
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: font },
    grid: { left: 40, right: 16, top: 24, bottom: 40 },
    xAxis: { type: "category", data: rows.map(row => row.days === 0 ? "当天" : `${row.days} 天`), axisTick: { show: false }, axisLine: { lineStyle: { color: token("--c-line-2") } }, axisLabel: { color: token("--c-ink-2"), fontSize: 12 } },
    yAxis: { type: "value", minInterval: 1, splitLine: { lineStyle: { color: token("--c-line") } }, axisLabel: { color: token("--c-ink-2"), fontSize: 12 } },
    series: [{ type: "bar", barMaxWidth: 32, data: rows.map(row => row.services), itemStyle: { color: token("--c-primary") }, label: { show: true, position: "top", color: token("--c-ink"), fontSize: 12 } }],
  }, true);
}
