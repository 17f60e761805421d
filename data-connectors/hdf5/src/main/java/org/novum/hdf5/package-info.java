/** Tables in HDF5 files, netCDF-4 among them. */
@NullMarked
package org.novum.hdf5;

import org.jspecify.annotations.NullMarked;
