"""Crystal Ball plus exponential by iminuit and numpy: the peer of MillionEventFit.

Extended unbinned likelihood with the analytic normalisation of both densities, vectorised; argument: a file of masses as
little-endian doubles. Prints name, value and error of each parameter, what the fit cost and whether iminuit accepts it.
"""
import math
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import iminuit
import numpy as np
from iminuit import Minuit

LOWER, UPPER = 2.6, 3.6


def crystal_ball_integral(mean, sigma, alpha, power):
    low, high = (LOWER - mean) / sigma, (UPPER - mean) / sigma
    core = math.sqrt(math.pi / 2) * (math.erf(high / math.sqrt(2)) - math.erf(max(low, -alpha) / math.sqrt(2)))
    scale = power / alpha
    far = max(1.0, 1 + (-low - alpha) / scale)
    tail = math.exp(-alpha * alpha / 2) * scale * (1 - far ** (1 - power)) / (power - 1)
    return sigma * (core + tail)


class Likelihood:
    """Negative logarithm of the likelihood, less its value at the first point, which keeps digits for differences."""

    def __init__(self, masses, weights=None):
        self.masses = masses
        self.positions = (2 * masses - LOWER - UPPER) / (UPPER - LOWER)
        self.weights = weights
        self.offset = None

    def __call__(self, signal, mean, sigma, alpha, power, background, c1):
        density = (self.masses - mean) * (1 / sigma)
        tail = np.flatnonzero(density < -alpha)
        beyond = density[tail]
        np.square(density, out=density)
        density *= -0.5
        density[tail] = -0.5 * alpha * alpha - power * np.log1p((-beyond - alpha) * (alpha / power))
        np.exp(density, out=density)
        density *= signal / crystal_ball_integral(mean, sigma, alpha, power)
        exponential = np.exp(c1 * self.positions)
        exponential *= background / ((UPPER - LOWER) * (math.sinh(c1) / c1 if c1 else 1.0))
        density += exponential
        np.log(density, out=density)
        value = signal + background - (density.sum() if self.weights is None else density @ self.weights)
        if self.offset is None:
            self.offset = value
        return value - self.offset


def minimiser(function, start, steps):
    minuit = Minuit(function, **start)
    minuit.errordef = Minuit.LIKELIHOOD
    minuit.limits = [(0, None), (2.9, 3.3), (0.006, 0.15), (0.3, 5), (1.05, 50), (0, None), (-100, 100)]
    minuit.errors = steps
    return minuit


masses = np.fromfile(sys.argv[1], dtype="<f8")
events = len(masses)
start = dict(signal=0.2 * events, mean=3.1, sigma=0.03, alpha=1.5, power=3.0, background=0.8 * events, c1=0.0)
before, clock = time.process_time(), time.perf_counter()
# As in novum, a fit of pooled events gives the start, and its errors the first steps.
counts, edges = np.histogram(masses, bins=4096, range=(LOWER, UPPER))
rough = minimiser(Likelihood(0.5 * (edges[1:] + edges[:-1]), counts.astype(float)), start,
                  [0.01 * events, 0.005, 0.003, 0.1, 0.3, 0.01 * events, 0.1])
rough.migrad()
rough.hesse()
minuit = minimiser(Likelihood(masses), rough.values.to_dict(), list(rough.errors))
minuit.precision = 1e-9  # a sum of a million logarithms is no better; iminuit's own guess ends in rounding errors
minuit.migrad()
minuit.hesse()
seconds, wall = time.process_time() - before, time.perf_counter() - clock
with open("/proc/self/status") as status:
    peak = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))
print("fit", seconds, wall)
print("memory", peak, 0)
print(f"# iminuit {iminuit.__version__}, numpy {np.__version__}: valid {minuit.valid}, accurate {minuit.accurate},",
      f"EDM {minuit.fmin.edm:.1e}, {rough.nfcn} calls over the bins, {minuit.nfcn} over the events")
names = ["signal.yield", "signal.mass", "signal.resolution", "signal.alpha", "signal.power",
         "background.yield", "background.c1"]
for name, value, error in zip(names, minuit.values, minuit.errors):
    print(name, repr(value), repr(error))
print("process", time.process_time(), 0)
