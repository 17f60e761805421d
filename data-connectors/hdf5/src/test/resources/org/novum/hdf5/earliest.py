"""Makes earliest.h5: the oldest layout that h5py (here 3.7.0, HDF5 1.10.8) writes, with symbol tables and B-trees of version 1."""

import h5py
import numpy as np

ROWS = 40

with h5py.File("earliest.h5", "w", libver="earliest", track_order=False) as file:
    mass = file.create_dataset("mass", data=np.arange(ROWS) / 8, track_times=False)
    mass.attrs["units"] = "GeV"
    file.create_dataset("chunked", data=np.arange(ROWS, dtype="f4"), chunks=(8,), compression="gzip", shuffle=True, track_times=False)
    file.create_dataset("resizable", data=np.arange(ROWS, dtype="i8"), chunks=(16,), maxshape=(None,), track_times=False)
    file.create_dataset("pairs", data=np.arange(2 * ROWS, dtype="i4").reshape(ROWS, 2), chunks=(10, 2), compression="lzf", track_times=False)
    file.create_dataset("big", data=np.arange(ROWS, dtype=">i2"), track_times=False)
    file.create_dataset("kind", data=np.array([b"ab", b"c"] * (ROWS // 2), dtype="S4"), track_times=False)
    file.create_dataset("name", data=["x%d" % i for i in range(ROWS)], dtype=h5py.string_dtype(), track_times=False)
    file.create_dataset("seen", data=np.arange(ROWS) % 2 == 0, track_times=False)
    events = np.zeros(ROWS, dtype=[("E", "f8"), ("charge", "i1"), ("label", "S3")])
    events["E"] = np.arange(ROWS) / 4
    events["charge"] = -1
    events["label"] = b"ev"
    file.create_dataset("group/events", data=events, chunks=(16,), compression="gzip", track_times=False)
