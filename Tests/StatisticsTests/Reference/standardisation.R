# Prints the values of StandardisationTests and DispersionTests: PHEindicatormethods' formulas for Dobson's interval (byars_lower, byars_upper
# and the variance of calculate_dsr), R's own glm for the dispersion.

count <- c(2, 5, 9, 14, 20, 33, 51, 70, 64)
people <- c(5200, 6100, 7300, 8000, 7600, 6900, 5400, 3900, 2100)
standard <- c(5000, 5500, 5500, 6000, 6500, 7000, 6000, 5000, 4000)
squares <- c(2, 7, 13, 20, 28, 55, 81, 104, 90)

byars <- function(x, z) c(x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3, (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3)
for (k in c(1, 2)) {
  value <- sum(count * standard / people) / sum(standard)
  variance <- sum((if (k == 1) count else squares) * (standard / people)^2) / sum(standard)^2
  for (level in c(0.95, 0.998)) {
    limits <- value + sqrt(variance / sum(count)) * (byars(sum(count), qnorm(level + (1 - level) / 2)) - sum(count))
    cat(sprintf("%.17g %.17g %.17g %.17g\n", value, variance, limits[1], limits[2]))
  }
}
reference <- c(310, 420, 610, 900, 1400, 2200, 3300, 4500, 4100)
reference_people <- people * 41
expected <- sum(reference / reference_people * people)
for (observed in c(7, 268)) {
  limits <- if (observed < 10) c(qchisq(0.025, 2 * observed), qchisq(0.975, 2 * observed + 2)) / 2 else byars(observed, qnorm(0.975))
  cat(sprintf("ISR %.17g %.17g %.17g %.17g\n", expected, observed / expected, limits[1] / expected, limits[2] / expected))
}
y <- c(31, 44, 29, 60, 38, 41, 52, 27, 33, 49, 71, 36)
days <- c(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
precise <- list(epsilon = 1e-14)
cat(sprintf("%.17g %.17g\n", summary(glm(y ~ 1, family = quasipoisson, control = precise))$dispersion,
  summary(glm(y ~ 1 + offset(log(days)), family = quasipoisson, control = precise))$dispersion))
