/** The smallest value that such a share of all does not exceed. */
export function percentile(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export function median(values) {
  return percentile(values, 0.5);
}

/**
 * The power of `x` with which `y` grows: the slope of the line that fits their logarithms best. 0 for what stays the
 * same, 1 for what doubles with `x`.
 *
 * @param {{x: number, y: number}[]} points two or more
 */
export function growthExponent(points) {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const mean = (of) => logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const sum = (of) => logs.reduce((total, point) => total + of(point.x - x, point.y - y), 0);
  return sum((dx, dy) => dx * dy) / sum((dx) => dx * dx);
}
