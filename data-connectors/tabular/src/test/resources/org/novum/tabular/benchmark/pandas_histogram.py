"""The peer: pandas and numpy, one table of two muons to a histogram of their mass. Prints seconds and checksums."""
import sys
import time

wall, cpu = time.perf_counter(), time.process_time()
import numpy
import pandas

imported_wall, imported_cpu = time.perf_counter(), time.process_time()
columns = ["E1", "px1", "py1", "pz1", "E2", "px2", "py2", "pz2"]
table = pandas.read_csv(sys.argv[1], usecols=columns)
energy, x, y, z = (table[name + "1"].values + table[name + "2"].values for name in ("E", "px", "py", "pz"))
mass = numpy.sqrt(energy * energy - x * x - y * y - z * z)
counts, _ = numpy.histogram(mass, bins=300, range=(8, 12))
done_wall, done_cpu = time.perf_counter(), time.process_time()
with open("/proc/self/status") as status:
    peak = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))
print(
    done_wall - imported_wall,
    done_cpu - imported_cpu,
    done_wall - wall,
    done_cpu,
    peak,
    int(counts.sum()),
    int((numpy.arange(300) * counts).sum()),
    "pandas " + pandas.__version__ + ", numpy " + numpy.__version__,
    sep="\t",
)
