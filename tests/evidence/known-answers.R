#!/usr/bin/env Rscript
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes known-answers.h: published data, and what R finds in them. The tests need no R;
# run this by hand when a known answer is added:
#   Rscript tests/evidence/known-answers.R > tests/evidence/known-answers.h

# NIST/ITL Statistical Reference Datasets, Norris: certified R² 0.999993745883712.
norris <- data.frame(
  y = c(.1, 338.8, 118.1, 888, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, .3, .1, 778.1,
        668.8, 339.3, 448.9, 10.8, 557.7, 228.3, 998, 888.8, 119.6, .3, .6, 557.6, 339.3, 888,
        998.5, 778.9, 10.2, 117.6, 228.9, 668.4, 449.2, .2),
  x = c(.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777, 558.2, .4, .6, 775.5,
        666.9, 338, 447.5, 11.6, 556, 228.1, 995.8, 887.6, 120.2, .3, .3, 556.8, 339.1, 887.2,
        999, 779, 11.1, 118.3, 229.2, 669.1, 448.9, .5))
stopifnot(abs(cor(norris$x, norris$y)^2 - 0.999993745883712) < 1e-14)

number <- function(x) ifelse(is.na(x), "NAN", sprintf("%.17g", x))
array <- function(name, x, type = "double") {
  text <- strwrap(paste(number(as.numeric(x)), collapse = ", "), 96)
  cat(sprintf("static const %s %s[] = {\n", type, name))
  cat(paste0("  ", text, collapse = "\n"), "\n};\n\n", sep = "")
}
answers <- list()
pair <- function(label, x, y, nx, ny, start = 0, n = length(x)) {
  test <- cor.test(x, y)
  rho <- suppressWarnings(cor(x, y, method = "spearman", use = "complete.obs"))
  answers[[length(answers) + 1]] <<- sprintf(
    '  { "%s", %s + %d, %s + %d, %d,\n    %s, %s, %s, %s },', label, nx, start, ny, start, n,
    number(test$estimate), number(test$conf.int[1]), number(test$conf.int[2]), number(rho))
}

cat("/* SPDX-License-Identifier: GPL-3.0-or-later */\n")
cat("/* Written by known-answers.R,", R.version.string, "*/\n#pragma once\n\n#include <glib.h>\n")
cat("#include <math.h>\n\n")
for (k in 1:4) {
  array(sprintf("anscombe_x%d", k), anscombe[[k]])
  array(sprintf("anscombe_y%d", k), anscombe[[k + 4]])
  pair(sprintf("anscombe-%d", k), anscombe[[k]], anscombe[[k + 4]],
       sprintf("anscombe_x%d", k), sprintf("anscombe_y%d", k))
}
array("norris_x", norris$x)
array("norris_y", norris$y)
pair("norris", norris$x, norris$y, "norris_x", "norris_y")
for (v in names(mtcars))
  array(paste0("mtcars_", v), mtcars[[v]])
for (v in setdiff(names(mtcars), "mpg"))
  pair(paste0("mtcars-", v, "-mpg"), mtcars[[v]], mtcars$mpg, paste0("mtcars_", v), "mtcars_mpg")
pair("mtcars-wt-am", mtcars$wt, mtcars$am, "mtcars_wt", "mtcars_am")
iris_names <- c("iris_sepal_length", "iris_sepal_width", "iris_petal_length", "iris_petal_width")
for (k in 1:4)
  array(iris_names[k], iris[[k]])
array("iris_species", as.integer(iris$Species), "guint32")
for (k in c(2, 3, 4)) {
  pair(paste0("iris-", k), iris[[1]], iris[[k]], iris_names[1], iris_names[k])
  for (s in 1:3)
    pair(paste0("iris-", k, "-", levels(iris$Species)[s]), iris[iris$Species == levels(iris$Species)[s], 1],
         iris[iris$Species == levels(iris$Species)[s], k], iris_names[1], iris_names[k], 50 * (s - 1), 50)
}
# Ozone and sunshine of some days are missing.
array("ozone", airquality$Ozone)
array("sunshine", airquality$Solar.R)
array("wind", airquality$Wind)
pair("ozone-sunshine", airquality$Ozone, airquality$Solar.R, "ozone", "sunshine")
pair("ozone-wind", airquality$Ozone, airquality$Wind, "ozone", "wind")
pair("ten-rows-twice", rep(c(1, 2, 2, 3, 3), 2), rep(c(5, 4, 4, 4, 1), 2), "tied_x", "tied_y")
array("tied_x", rep(c(1, 2, 2, 3, 3), 2))
array("tied_y", rep(c(5, 4, 4, 4, 1), 2))

cat("typedef struct\n{\n  const char *name;\n  const double *x;\n  const double *y;\n  gsize n;\n")
cat("  double r, low, high, rho;\n} KnownPair;\n\n")
cat("static const KnownPair known_pairs[] = {\n", paste0(unlist(answers), collapse = "\n"), "\n};\n\n", sep = "")

# Wilson's interval and Student's.
cat("static const struct { double n, share, low, high; } known_shares[] = {\n")
for (case in list(c(0, 10), c(3, 10), c(10, 10), c(180, 250), c(1, 5), c(999, 1000))) {
  test <- suppressWarnings(prop.test(case[1], case[2], correct = FALSE))$conf.int
  cat(sprintf("  { %d, %s, %s, %s },\n", case[2], number(case[1] / case[2]), number(test[1]), number(test[2])))
}
cat("};\n\n")
test <- t.test(mtcars$mpg)
cat(sprintf("#define KNOWN_MPG_MEAN %s\n#define KNOWN_MPG_SD %s\n#define KNOWN_MPG_LOW %s\n#define KNOWN_MPG_HIGH %s\n\n",
            number(test$estimate), number(sd(mtcars$mpg)), number(test$conf.int[1]), number(test$conf.int[2])))

# Series: deaths of men and of women by month, and the Nile by year.
men <- as.numeric(mdeaths); women <- as.numeric(fdeaths)
array("men", men)
array("women", women)
array("nile", Nile)
noise <- function(y) { t <- seq_along(y); sd(resid(lm(y ~ t))) / mean(y) }
cat(sprintf("#define KNOWN_NOISE_MEN %s\n#define KNOWN_NOISE_NILE %s\n\n", number(noise(men)), number(noise(as.numeric(Nile)))))
dx <- diff(men); dy <- diff(women); n <- length(dx)
array("known_lags", sapply(0:12, function(k) cor(dx[1:(n - k)], dy[(1 + k):n])))
# The band of the first 28 years of the Nile, two years later: it left it when the dam at
# Aswan was begun.
t <- 0:27
band <- predict(lm(y ~ t, data.frame(y = as.numeric(Nile)[1:28], t = t)), data.frame(t = 28:99), interval = "prediction")
out <- ifelse(Nile[29:100] > band[, 3], 1, ifelse(Nile[29:100] < band[, 2], -1, 0))
first <- which(out[-1] != 0 & out[-1] == out[-72])[1] - 1
cat(sprintf("#define KNOWN_NILE_CHANGED_IN 28\n#define KNOWN_NILE_REACTION %s\n", number(first)))
