#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the analysis of the largest workshop, and the same with SciPy and NumPy.

The peer is what an analyst would write: scipy.stats.permutation_test() for Kendall's W
(each rater's ranks permuted on their own, 20,000 times), and whole-array NumPy for the
10,000 resampled panels and the 20,000 weightings. It does no discuss-first order, no
leave-one-out, no one-step flips and no r_wg, which are all in our time. Both are timed
inside their process, so that starting Python counts for nothing. Fails when ours takes
too long, or when the two don't find the same.
"""

import json
import statistics
import subprocess
import sys
import time

MOST_MS = 200
N_PERMUTATIONS, N_RESAMPLES, N_WEIGHTINGS = 20000, 10000, 20000


def run_peer(marks):
    """Returns (ms, w, p, shares of resamples, shares of weightings)."""
    import numpy
    from scipy import stats

    random = numpy.random.default_rng(1)
    start = time.perf_counter()
    n_people, n_candidates, n_criteria = marks.shape
    means = numpy.nanmean(marks, axis=0)
    ranks = stats.rankdata(numpy.nanmean(marks, axis=2), axis=1)
    ties = sum((count ** 3 - count).sum() for count in
               (numpy.unique(row, return_counts=True)[1] for row in ranks))
    whole = n_people ** 2 * (n_candidates ** 3 - n_candidates) - n_people * ties

    def get_w(*raters, axis=-1):
        sums = sum(raters)
        return 12 * ((sums - sums.mean(axis=axis, keepdims=True)) ** 2).sum(axis=axis) / whole

    test = stats.permutation_test(list(ranks), get_w, permutation_type='pairings',
                                  vectorized=True, n_resamples=N_PERMUTATIONS, batch=2000,
                                  alternative='greater', random_state=random)

    drawn = random.multinomial(n_people, [1 / n_people] * n_people, N_RESAMPLES)
    flat = marks.reshape(n_people, -1)
    sums = drawn @ numpy.nan_to_num(flat)
    with numpy.errstate(invalid='ignore'):
        panels = sums / (drawn @ ~numpy.isnan(flat))
    totals = numpy.nanmean(panels.reshape(-1, n_candidates, n_criteria), axis=2)
    first = totals >= totals.max(axis=1, keepdims=True) - 1e-9
    resamples = (first / first.sum(axis=1, keepdims=True)).mean(axis=0)

    weights = random.dirichlet([1] * n_criteria, N_WEIGHTINGS)
    totals = weights @ means.T
    weightings = numpy.zeros((n_candidates, n_candidates))
    order = numpy.argsort(-totals, axis=1)
    for rank in range(n_candidates):
        weightings[:, rank] = numpy.bincount(order[:, rank], minlength=n_candidates)
    ms = (time.perf_counter() - start) * 1000
    return ms, test.statistic, test.pvalue, resamples, weightings[:, 0] / N_WEIGHTINGS


def compare(ours, peer):
    """Both draw, so shares differ by chance: five standard errors of the larger error."""
    _, w, p, resamples, weightings = peer
    assert abs(ours['w'] - w) < 1e-9, ('W', ours['w'], w)
    assert abs(ours['p'] - p) < 5 * (2 * max(p, 1e-4) / N_PERMUTATIONS) ** .5, (ours['p'], p)
    for mine, theirs, n in ((ours['resamples'], resamples, N_RESAMPLES),
                            (ours['weights'], weightings, N_WEIGHTINGS)):
        for a, b in zip(mine, theirs):
            assert abs(a - b) < 5 * (2 * max(b * (1 - b), 1e-4) / n) ** .5, (mine, theirs)


def main():
    ours = json.loads(subprocess.run(sys.argv[1:2], check=True, capture_output=True).stdout)
    print('%(people)u people, %(candidates)u candidates, %(criteria)u criteria' % ours)
    for name, ms in ours['ms'].items():
        print('%16s %8.1f ms' % (name, ms))
    try:
        import numpy
        import scipy
        import scipy.stats
    except ImportError:
        print('SciPy isn’t installed, so there is nothing to compare with')
    else:
        marks = numpy.array(ours['marks'], dtype=float).reshape(
            ours['people'], ours['candidates'], ours['criteria'])
        peers = [run_peer(marks) for _ in range(3)]
        ms = statistics.median(peer[0] for peer in peers)
        print('%16s %8.1f ms: %.1f times as long, for less' % (
            'SciPy %s' % scipy.__version__, ms, ms / ours['ms']['total']))
        compare(ours, peers[0])
        print('Both find the same')
    if ours['ms']['total'] >= MOST_MS:
        sys.exit('Longer than %u ms' % MOST_MS)


main()
