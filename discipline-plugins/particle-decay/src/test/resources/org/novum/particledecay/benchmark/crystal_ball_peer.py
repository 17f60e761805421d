"""Crystal Ball plus exponential by iminuit and numpy: the peer of MillionEventFit."""
import math
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np
from iminuit import Minuit

LOWER, UPPER = 2.6, 3.6
masses = np.fromfile(sys.argv[1], dtype="<f8")
events = len(masses)


def integral(mean, sigma, alpha, power):
    low, high = (LOWER - mean) / sigma, (UPPER - mean) / sigma
    core = math.sqrt(math.pi / 2) * (math.erf(high / math.sqrt(2)) - math.erf(max(low, -alpha) / math.sqrt(2)))
    scale = power / alpha
    far = max(1.0, 1 + (-low - alpha) / scale)
    tail = math.exp(-alpha * alpha / 2) * scale * (1 - far ** (1 - power)) / (power - 1)
    return sigma * (core + tail)


def likelihood(data, weights):
    def nll(signal, mean, sigma, alpha, power, background, c1):
        t = (data - mean) / sigma
        log_density = -0.5 * t * t
        tail = t < -alpha
        log_density[tail] = -0.5 * alpha * alpha - power * np.log(1 + (-t[tail] - alpha) * alpha / power)
        x = (2 * data - LOWER - UPPER) / (UPPER - LOWER)
        norm = (UPPER - LOWER) * (math.sinh(c1) / c1 if c1 else 1.0)
        rate = signal / integral(mean, sigma, alpha, power) * np.exp(log_density) + background / norm * np.exp(c1 * x)
        logs = np.log(rate)
        return signal + background - (logs.sum() if weights is None else logs @ weights)
    return nll


def minimise(function, start):
    minuit = Minuit(function, **start)
    minuit.errordef = Minuit.LIKELIHOOD
    minuit.limits = [(0, None), (2.9, 3.3), (0.006, 0.15), (0.3, 5), (1.05, 50), (0, None), (-100, 100)]
    minuit.migrad()
    return minuit


start = dict(signal=0.2 * events, mean=3.1, sigma=0.03, alpha=1.5, power=3.0, background=0.8 * events, c1=0.0)
before = time.process_time()
# The same start as novum's: a fit of 4096 pooled bins, then the events themselves.
counts, edges = np.histogram(masses, bins=4096, range=(LOWER, UPPER))
rough = minimise(likelihood(0.5 * (edges[1:] + edges[:-1]), counts.astype(float)), start)
minuit = minimise(likelihood(masses, None), rough.values.to_dict())
minuit.hesse()
print("numpy.cpu", time.process_time() - before, minuit.nfcn)
print("valid:", minuit.valid)
names = ["signal.yield", "signal.mass", "signal.resolution", "signal.alpha", "signal.power",
         "background.yield", "background.c1"]
for name, value, error in zip(names, minuit.values, minuit.errors):
    print(name, repr(value), repr(error))
