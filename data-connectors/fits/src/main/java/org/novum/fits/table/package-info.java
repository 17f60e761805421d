/** Any table, image or header of a FITS file as rows and columns. */
@NullMarked
package org.novum.fits.table;

import org.jspecify.annotations.NullMarked;
