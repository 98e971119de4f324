#!/usr/bin/env Rscript
# SPDX-License-Identifier: GPL-3.0-or-later
# The same with data.table, as fast as its idioms go: fread() of the columns that are needed
# on all cores, frank() of whole numbers and rank(), which is faster, of others; ranks shared
# where no row is missing.

suppressPackageStartupMessages(library(data.table))
setDTthreads(0)
candidates <- c("projects", "shared", "minutes", "searches", "depth")
outcomes <- c("retained", "revenue")
numbers <- c(candidates, outcomes)
data <- fread(commandArgs(TRUE)[1], select = c(numbers, "segment", "came"), showProgress = FALSE)

rank_of <- function(x) if (is.integer(x)) frank(x, na.last = "keep") else rank(x, na.last = "keep")
look <- function(part, group) {
  lacking <- vapply(part, anyNA, NA)
  ranks <- lapply(part, rank_of)
  unlist(lapply(candidates, function(c) lapply(outcomes, function(o) {
    x <- part[[c]]
    y <- part[[o]]
    rank_x <- ranks[[c]]
    rank_y <- ranks[[o]]
    if (lacking[[c]] || lacking[[o]]) {
      both <- which(!is.na(x) & !is.na(y))
      x <- x[both]
      y <- y[both]
      # A column's own ranks do where the other one drops none of its rows.
      rank_x <- if (lacking[[o]]) rank_of(x) else rank_x[both]
      rank_y <- if (lacking[[c]]) rank_of(y) else rank_y[both]
    }
    sprintf('["%s", "%s", "%s", %d, %.17g, %.17g]', c, o, group, length(x), cor(x, y),
            cor(rank_x, rank_y))
  })))
}

pairs <- look(data[, numbers, with = FALSE], "")
rest <- data[, .(text = look(.SD, .BY[[1]])), by = segment, .SDcols = numbers]
means <- data[, lapply(.SD, mean, na.rm = TRUE), keyby = .(year(came) * 12L + month(came)),
              .SDcols = numbers]
cat(sprintf('{"pairs": [%s],\n"means": {%s}}\n', paste(c(pairs, rest$text), collapse = ",\n"),
            paste(sprintf('"%s": [%s]', numbers,
                          vapply(numbers, function(n) paste(sprintf("%.17g", means[[n]]), collapse = ", "), "")),
                  collapse = ",\n")))
