# Prints the values of BenchmarkTests and FalseDiscoveryRateTests by R's own functions.

for (a in list(c(12, 10, 0.8), c(0, 3, 1), c(171, 1, 135), c(5, 1e5, 1e-4), c(1, 1, 1), c(9856, 12345, 0.82))) {
  interval <- poisson.test(a[1], a[2], a[3])$conf.int
  tails <- c(ppois(a[1], a[2] * a[3]), ppois(a[1] - 1, a[2] * a[3], lower.tail = FALSE))
  cat(sprintf("(%.17g, %.17g, %.17g, %.17g, %.17g, %.17g),\n", a[1], a[2], a[3], min(1, 2 * min(tails)), interval[1], interval[2]))
}
for (a in list(c(12, 50, 0.1), c(0, 30, 0.2), c(30, 30, 0.9), c(480, 1000, 0.5), c(9856, 12345, 0.79))) {
  interval <- binom.test(a[1], a[2], a[3])$conf.int
  tails <- c(pbinom(a[1], a[2], a[3]), pbinom(a[1] - 1, a[2], a[3], lower.tail = FALSE))
  cat(sprintf("(%.17g, %.17g, %.17g, %.17g, %.17g, %.17g),\n", a[1], a[2], a[3], min(1, 2 * min(tails)), interval[1], interval[2]))
}
p <- c(0.042, 0.001, NA, 0.06, 0.039, 0.205, 0.008, 0.986, 0.041, NA, 0.074, 0.212, 0.216, 0.222, 0.251, 0.001)
cat(sprintf("%.17g,", p.adjust(p, "BH")), "\n")
for (a in list(c(148, 1, 116, 1), c(12, 3, 4, 5), c(0, 1, 6, 2), c(57, 1.3, 32, 1), c(2100, 1, 1900, 1))) {
  interval <- poisson.test(a[c(1, 3)], a[c(2, 4)])$conf.int
  share <- a[2] / (a[2] + a[4])
  tails <- c(pbinom(a[1], a[1] + a[3], share), pbinom(a[1] - 1, a[1] + a[3], share, lower.tail = FALSE))
  cat(sprintf("(%.17g, %.17g, %.17g, %.17g, %.17g, %.17g, %.17g),\n", a[1], a[2], a[3], a[4], min(1, 2 * min(tails)), interval[1], interval[2]))
}
