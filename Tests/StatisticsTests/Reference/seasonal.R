# Writes SeasonalReferenceValues.swift: what the R package surveillance tells of made series.
#
#     Rscript seasonal.R > ../SeasonalReferenceValues.swift
#
# Needs R with surveillance (written with R 4.2.2, surveillance 1.20.3).

suppressMessages(library(surveillance))
set.seed(20260)

number <- function(x) ifelse(is.na(x), "nil", sprintf("%.17g", x))
list_of <- function(x, digits = "%d") paste0("[", paste(ifelse(is.na(x), "nil", sprintf(digits, x)), collapse = ", "), "]")
wrapped <- function(text) paste(strwrap(text, 118, indent = 4, exdent = 8), collapse = "\n")

weeks <- 52 * 7
week_mean <- 12 + 6 * cos(2 * pi * (seq_len(weeks) - 5) / 52)
series <- list(
  steady = rnbinom(weeks, mu = week_mean, size = 12),
  rising = rpois(weeks, week_mean * exp(0.0025 * seq_len(weeks))),
  rare = rpois(weeks, 0.4 + 0.3 * cos(2 * pi * seq_len(weeks) / 52)),
  outbreak = rpois(weeks, week_mean),
  holed = rpois(weeks, week_mean),
  months = rnbinom(108, mu = 80 + 30 * cos(2 * pi * seq_len(108) / 12), size = 25)
)
series$outbreak[c(150:155, 360:364)] <- series$outbreak[c(150:155, 360:364)] + 40
series$holed[c(60:70, 200, 205, 301:303)] <- NA
population <- list(
  steady = rep(1, weeks), rising = round(1e5 * exp(0.002 * seq_len(weeks))), rare = rep(1, weeks),
  outbreak = rep(1, weeks), holed = rep(1, weeks), months = 28 + (seq_len(108) * 7) %% 4
)

settings <- list(
  weekly = list(b = 5, w = 3, noPeriods = 1, pastWeeksNotIncluded = 3, pThresholdTrend = 0.05, thresholdMethod = "delta"),
  weeklyImproved = list(
    b = 5, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26, pThresholdTrend = 1, thresholdMethod = "nbPlugin"),
  upperMean = list(
    b = 4, w = 2, noPeriods = 6, pastWeeksNotIncluded = 10, pThresholdTrend = 0.05, thresholdMethod = "muan",
    alpha = 0.01, weightsThreshold = 1),
  unweighted = list(
    b = 2, w = 4, noPeriods = 4, pastWeeksNotIncluded = 8, thresholdMethod = "delta", reweight = FALSE, alpha = 0.025,
    powertrans = "1/2"),
  monthly = list(b = 5, w = 0, noPeriods = 12, pastWeeksNotIncluded = 3, thresholdMethod = "delta"),
  monthlyWindows = list(b = 5, w = 1, noPeriods = 4, pastWeeksNotIncluded = 3, thresholdMethod = "delta")
)

cat("// swift-format-ignore-file\n")
cat("// Made by Reference/seasonal.R: what R's surveillance::farringtonFlexible tells of these series. Upper bound and expected\n")
cat("// value are nil where the package takes them away (limit54).\n\n")
cat("let seasonalSeries: [String: [Double?]] = [\n")
for (name in names(series)) cat(wrapped(sprintf("\"%s\": %s,", name, list_of(series[[name]]))), "\n", sep = "")
cat("]\n\nlet seasonalExposures: [String: [Double]] = [\n")
for (name in c("rising", "months")) cat(wrapped(sprintf("\"%s\": %s,", name, list_of(population[[name]]))), "\n", sep = "")
cat("]\n\n")
cat("let seasonalJudgements: [(\n    series: String, setting: String, hasExposures: Bool, period: Int, expected: Double?, upper: Double?, chance: Double,\n    dispersion: Double, trend: Double?\n)] = [\n")
for (name in names(series)) {
  y <- series[[name]]
  monthly <- name == "months"
  for (setting in names(settings)[startsWith(names(settings), "monthly") == monthly]) {
    for (offset in if (name %in% c("rising", "months")) c(FALSE, TRUE) else FALSE) {
      for (at in length(y) - c(0, 3, 7, 20, 33)) {
        control <- modifyList(settings[[setting]], list(range = at, populationOffset = offset, glmWarnings = FALSE))
        data <- sts(y, frequency = if (monthly) 12 else 52, population = matrix(population[[name]], ncol = 1))
        result <- suppressWarnings(farringtonFlexible(data, control = control))
        cat(sprintf(
          "    (\"%s\", \"%s\", %s, %d, %s,\n        %s, %s, %s, %s),\n", name, setting, tolower(offset), at - 1,
          number(result@control$expected), number(result@upperbound), number(result@control$pvalue),
          number(result@control$phiVector), number(result@control$trendVector)))
      }
    }
  }
}
cat("]\n")
