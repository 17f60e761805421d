"""Writes kinds.h5: lists of any length, unsigned numbers of 64 bits, and values that are packed by the netCDF conventions."""

import h5py
import numpy

with h5py.File("kinds.h5", "w") as file:
    lists = file.create_group("lists")
    reals = lists.create_dataset("reals", (5,), dtype=h5py.vlen_dtype(numpy.float32))
    wholes = lists.create_dataset("wholes", (5,), dtype=h5py.vlen_dtype(numpy.uint64))
    for row in range(5):
        reals[row] = numpy.arange(row) / 4
        wholes[row] = 2**62 + numpy.arange(4 - row, dtype=numpy.uint64)
    lists["cube"] = numpy.zeros((5, 2, 2))

    unsigned = file.create_group("unsigned")
    unsigned["held"] = numpy.array([0, 2**53 + 1, 2**63 - 1], dtype=numpy.uint64)
    unsigned["pairs"] = numpy.array([[0, 1], [2, 3], [4, 2**64 - 1]], dtype=numpy.uint64)
    unsigned["beyond"] = numpy.array([1, 2**63 + 1, 2], dtype=numpy.uint64)

    packed = file.create_group("packed")
    kelvin = packed.create_dataset("kelvin", data=numpy.array([0, 100, -32768, 7], dtype=numpy.int16))
    kelvin.attrs["scale_factor"] = 0.5
    kelvin.attrs["add_offset"] = numpy.array([273.0])
    kelvin.attrs["_FillValue"] = numpy.array([-32768], dtype=numpy.int16)
    kelvin.attrs["units"] = "K"
    count = packed.create_dataset("count", data=numpy.array([1, -1, 3, 4], dtype=numpy.int32))
    count.attrs["_FillValue"] = numpy.int32(-1)
    flux = packed.create_dataset("flux", data=numpy.array([1.5, 9.96921e36, numpy.nan, -2], dtype=numpy.float32))
    flux.attrs["_FillValue"] = numpy.array([9.96921e36], dtype=numpy.float32)
    pairs = packed.create_dataset("pairs", data=numpy.array([[1, 2], [3, 99], [5, 6], [99, 8]], dtype=numpy.int8))
    pairs.attrs["scale_factor"] = numpy.float32(2)
    pairs.attrs["_FillValue"] = numpy.int8(99)
