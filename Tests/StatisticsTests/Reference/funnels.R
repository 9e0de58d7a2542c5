# Prints the values of FunnelSpreadTests: spread and limits by FunnelPlotR's formulas (phi_func, tau_func, winsorisation, truncation,
# calculate_limits), with R's own quantile and rank, and deviates of full precision.

O <- c(100, 150, 180, 80, 120, 225, 60, 310, 44, 95)
E <- c(108, 112, 165, 95, 100, 220, 41, 290, 50, 140)
n <- E * 10
z95 <- qnorm(0.975)
z998 <- qnorm(0.999)

told <- function(name, z, s, trim) {
  if (trim == "winsorised") {
    q <- quantile(z, c(0.1, 0.9))
    z <- pmin(pmax(z, q[1]), q[2])
  } else if (trim == "truncated") {
    group <- floor(rank(z) * 10 / (length(z) + 1))
    kept <- group > 0 & group < 9
    z <- z[kept]
    s <- s[kept]
  }
  phi <- sum(z^2) / length(z)
  w <- 1 / s^2
  tau2 <- max(0, (length(z) * phi - (length(z) - 1)) / (sum(w) - sum(w^2) / sum(w)))
  cat(sprintf("(%s, %.17g, %.17g)\n", paste(name, trim), phi, tau2))
  tau2
}

for (trim in c("none", "winsorised", "truncated")) {
  t2 <- told("logarithm", sqrt(E) * log(O / E), 1 / sqrt(E), trim)
  cat(sprintf("  limits %.17g %.17g %.17g\n", exp(-z95 * sqrt(1 / 112 + t2)), exp(z95 * sqrt(1 / 112 + t2)), exp(z998 * sqrt(1 / 112 + t2))))
  t2 <- told("root", (sqrt(O / E) - 1) * 2 * sqrt(E), 1 / (2 * sqrt(E)), trim)
  cat(sprintf("  limits %.17g %.17g\n", (1 - z95 * sqrt(1 / (4 * 112) + t2))^2, (1 + z95 * sqrt(1 / (4 * 112) + t2))^2))
  target <- asin(sqrt(sum(O) / sum(n)))
  s <- 1 / (2 * sqrt(n))
  t2 <- told("arcsine", (asin(sqrt(O / n)) - target) / s, s, trim)
  cat(sprintf("  limits %.17g %.17g\n", sin(target - z95 * sqrt(1 / (4 * 1120) + t2))^2, sin(target + z95 * sqrt(1 / (4 * 1120) + t2))^2))
}
