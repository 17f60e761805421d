"""Class and redshift of SDSS spectra by a chi-square scan in numpy, timed beside Novum on the same files.

The same templates, polynomials, ranges and steps (1e-4 in log10 of the wavelength) as Novum's scan, without prior,
refinement, lines or warnings: normal equations of a batch of shifts by matrix products, solved by numpy.linalg.

Usage: numpy_redshift.py TEMPLATES.json FILE...   Prints key=value lines.
"""
import base64
import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import numpy as np
from astropy.io import fits

START, STEP, PIXELS, REST, OFFSET = 3.54, 1e-4, 4900, 11600, 6500
RANGES = {"GALAXY": (-0.003, 1.0), "QSO": (0.03, 4.2), "STAR": (-0.003, 0.003)}
POLYNOMIALS = np.polynomial.legendre.legvander(np.linspace(-1, 1, PIXELS), 3).T


def templates(path):
    bases = {}
    for template in json.load(open(path))["templates"]:
        first = template["firstPixel"]
        vectors = []
        for text in template["vectors"]:
            values = np.frombuffer(base64.b64decode(text), "<f4").astype(float)
            padded = np.full(REST, values[-1])
            padded[:first] = values[0]
            padded[first:first + len(values)] = values
            vectors.append(padded)
        bases[template["class"]] = np.array(vectors)
    return bases


def read(path):
    with fits.open(path) as hdus:
        table = hdus[1].data
        columns = {name.lower(): name for name in table.names}
        pixel = np.rint((table[columns["loglam"]].astype(float) - START) / STEP).astype(int)
        inside = (pixel >= 0) & (pixel < PIXELS)
        flux, ivar = np.zeros(PIXELS), np.zeros(PIXELS)
        flux[pixel[inside]] = table[columns["flux"]][inside]
        ivar[pixel[inside]] = table[columns["ivar"]][inside]
    return flux, ivar


def scan(flux, ivar, bases):
    best = (np.inf, "", 0.0)
    for name, basis in bases.items():
        first = int(np.floor(np.log10(1 + RANGES[name][0]) / STEP))
        last = int(np.ceil(np.log10(1 + RANGES[name][1]) / STEP))
        pad = max(0, last - OFFSET)
        padded = np.concatenate([np.repeat(basis[:, :1], pad, 1), basis], 1)
        count = len(basis) + len(POLYNOMIALS)
        normal = np.empty((last - first + 1, count, count))
        right = np.empty((last - first + 1, count))
        for shift in range(first, last + 1):
            start = OFFSET - shift + pad
            terms = np.concatenate([padded[:, start:start + PIXELS], POLYNOMIALS])
            weighted = terms * ivar
            normal[shift - first] = weighted @ terms.T
            right[shift - first] = weighted @ flux
        normal += 1e-9 * np.eye(count) * np.trace(normal, axis1=1, axis2=2)[:, None, None]
        explained = np.einsum("ij,ij->i", right, np.linalg.solve(normal, right[:, :, None])[:, :, 0])
        at = int(np.argmax(explained))
        best = min(best, (-explained[at], name, 10 ** ((first + at) * STEP) - 1))
    return best


bases = templates(sys.argv[1])
files = sys.argv[2:]
start = time.process_time()
spectra = [read(path) for path in files]
reading = time.process_time() - start
start = time.process_time()
answers = [scan(flux, ivar, bases) for flux, ivar in spectra]
scanning = time.process_time() - start
print("spectra=%d" % len(files))
print("read_ms=%.3f" % (1e3 * reading / len(files)))
print("scan_ms=%.3f" % (1e3 * scanning / len(files)))
for path, (_, name, redshift) in zip(files, answers):
    print("answer=%s %s %.4f" % (os.path.basename(path), name, redshift))
